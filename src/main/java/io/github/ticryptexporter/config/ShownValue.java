package io.github.ticryptexporter.config;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** A value of the effective configuration: as it is shown, and what it stands for, by which two that look alike differ. */
final class ShownValue {

    private final String text;
    private final Object meant;

    /** @param meant compared and never shown */
    ShownValue(String text, Object meant) {
        this.text = text;
        this.meant = meant;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShownValue that && text.equals(that.text) && meant.equals(that.meant);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text, meant);
    }

    @Override
    @JsonValue
    public String toString() {
        return text;
    }
}
