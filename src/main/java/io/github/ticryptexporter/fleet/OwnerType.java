package io.github.ticryptexporter.fleet;

/** Who owns a VM, from {@code VirtualMachine.ownerType}; {@link #UNKNOWN} when the API leaves it out. */
public enum OwnerType {
    USER("User"),
    VM("VM"),
    UNKNOWN("unknown"),
    OTHER("other");

    private final String label;

    OwnerType(String label) {
        this.label = label;
    }

    /** The value that the API calls by this name, or {@link #OTHER} for a name this version does not know. */
    public static OwnerType named(String apiName) {
        for (OwnerType value : values()) {
            if (value != UNKNOWN && value.label.equals(apiName)) {
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
