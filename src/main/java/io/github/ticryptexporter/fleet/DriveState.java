package io.github.ticryptexporter.fleet;

/** What a drive is doing, from {@code DriveInfo.state}. */
public enum DriveState {
    READY("Ready"),
    READ_ONLY("ReadOnly"),
    READ_WRITE("ReadWrite"),
    TRANSFERRING("Transferring"),
    INITIALIZING("Initializing"),
    OTHER("other");

    private final String label;

    DriveState(String label) {
        this.label = label;
    }

    /** The value that the API calls by this name, or {@link #OTHER} for a name this version does not know. */
    public static DriveState named(String apiName) {
        for (DriveState value : values()) {
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
