package io.github.ticryptexporter.metrics;

import io.github.ticryptexporter.fleet.FreeText;
import java.util.Locale;
import java.util.Set;

/** How much the exposition may name; each level includes the ones before it. */
public enum PrivacyLevel {
    /** Opaque ids of teams, hosts by inventory name or pseudonym, counts for all else. */
    STRICT,
    /** Adds names of teams, addresses of hosts and security levels. */
    NAMED,
    /** Adds VMs and drives one by one, with ids and names. */
    DETAILED;

    /** Whether what needs {@code level} may be shown at this one. */
    public boolean shows(PrivacyLevel level) {
        return compareTo(level) >= 0;
    }

    /** The text written by people that this level shows; what no level shows is not even read. */
    public Set<FreeText> freeText() {
        return switch (this) {
            case STRICT -> Set.of();
            case NAMED -> Set.of(FreeText.TEAM_NAMES);
            case DETAILED -> Set.of(FreeText.TEAM_NAMES, FreeText.OBJECT_NAMES);
        };
    }

    /** The word in the configuration: {@code strict}, {@code named}, {@code detailed}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
