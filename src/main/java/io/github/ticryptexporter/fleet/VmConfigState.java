package io.github.ticryptexporter.fleet;

/** What a VM config is doing, from {@code VMConfigInfo.state}. */
public enum VmConfigState {
    STOPPED("Stopped"),
    STARTING("Starting"),
    RUNNING("Running"),
    SUSPENDED("Suspended"),
    STOPPING("Stopping"),
    OTHER("other");

    private final String label;

    VmConfigState(String label) {
        this.label = label;
    }

    /** The value that the API calls by this name, or {@link #OTHER} for a name this version does not know. */
    public static VmConfigState named(String apiName) {
        for (VmConfigState value : values()) {
            if (value.label.equals(apiName)) {
                return value;
            }
        }
        return OTHER;
    }

    /** The API's spelling, or a lower-case word of ours for what the API has no name for. */
    public String label() {
        return label;
    }
}
