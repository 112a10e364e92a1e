package io.github.ticryptexporter.fleet;

/** A VM image's operating system, from {@code ImageInfo.imageType}; {@link #UNKNOWN} when the API leaves it out. */
public enum ImageType {
    LINUX("linux"),
    WINDOWS("windows"),
    UNKNOWN("unknown"),
    OTHER("other");

    private final String label;

    ImageType(String label) {
        this.label = label;
    }

    /** The value that the API calls by this name, or {@link #OTHER} for a name this version does not know. */
    public static ImageType named(String apiName) {
        for (ImageType value : values()) {
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
