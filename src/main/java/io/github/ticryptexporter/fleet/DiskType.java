package io.github.ticryptexporter.fleet;

/** A drive's image format, from {@code DriveInfo.diskType}; {@link #UNKNOWN} when the API leaves it out. */
public enum DiskType {
    QCOW2("qcow2"),
    RAW("raw"),
    UNKNOWN("unknown"),
    OTHER("other");

    private final String label;

    DiskType(String label) {
        this.label = label;
    }

    /** The value that the API calls by this name, or {@link #OTHER} for a name this version does not know. */
    public static DiskType named(String apiName) {
        for (DiskType value : values()) {
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
