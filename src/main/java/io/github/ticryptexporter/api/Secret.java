package io.github.ticryptexporter.api;

/** A token or key whose text is {@code ***}, so that it can stand in records, messages and logs without leaking. */
public final class Secret {

    private final String value;

    /** @throws IllegalArgumentException when the value could not travel in a header; the message does not contain it */
    public Secret(String value) {
        if (!isUsable(value)) {
            throw new IllegalArgumentException("a secret must be one line of printable ASCII without blanks, ; or ,");
        }
        this.value = value;
    }

    /**
     * True for a non-empty line of printable ASCII without what would end a cookie's value. A line break inside a header
     * would otherwise surface, with the token, in an exception of the HTTP client.
     */
    public static boolean isUsable(String value) {
        return !value.isEmpty() && value.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != ';' && c != ',');
    }

    /** The text itself, for the request header alone. */
    String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
