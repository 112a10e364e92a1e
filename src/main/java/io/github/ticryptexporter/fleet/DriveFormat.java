package io.github.ticryptexporter.fleet;

/** A drive's file system, from {@code DriveInfo.format}. */
public enum DriveFormat {
    EXT4("ext4"),
    NTFS("ntfs"),
    BTRFS("btrfs"),
    XFS("xfs"),
    ZFS("zfs"),
    OTHER("other");

    private final String label;

    DriveFormat(String label) {
        this.label = label;
    }

    /** The value that the API calls by this name, or {@link #OTHER} for a name this version does not know. */
    public static DriveFormat named(String apiName) {
        for (DriveFormat value : values()) {
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
