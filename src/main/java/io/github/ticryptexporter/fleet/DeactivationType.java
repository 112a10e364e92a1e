package io.github.ticryptexporter.fleet;

/** Why an account was deactivated, from {@code UserInfo.deactivationType}. */
public enum DeactivationType {
    ADMIN("Admin"),
    FAILED_PASSWORD("FailedPassword"),
    TIMEOUT("Timeout"),
    XSS("XSS"),
    REGISTRATION("Registration"),
    OTHER("other");

    private final String label;

    DeactivationType(String label) {
        this.label = label;
    }

    /** The value that the API calls by this name, or {@link #OTHER} for a name this version does not know. */
    public static DeactivationType named(String apiName) {
        for (DeactivationType value : values()) {
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
