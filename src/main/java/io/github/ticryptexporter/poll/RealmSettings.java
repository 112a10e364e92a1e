package io.github.ticryptexporter.poll;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which realms are read: those included and, when discovering, those that the drives name, less the excluded ones.
 *
 * @param discover whether the drives' {@code realmID} adds realms
 */
public record RealmSettings(boolean discover, List<String> include, Set<String> exclude) {

    /** No id, or one that a server might resolve as a step in the path. */
    private static final Set<String> UNUSABLE = Set.of("", ".", "..");

    /** Whatever realms the drives name. */
    public static final RealmSettings DISCOVER = new RealmSettings(true, List.of(), Set.of());

    public RealmSettings {
        include = List.copyOf(include);
        exclude = Set.copyOf(exclude);
    }

    /** The known realms, sorted, given the ids that the drives name. */
    SortedSet<String> known(Collection<String> named) {
        SortedSet<String> known = new TreeSet<>(include);
        if (discover) {
            known.addAll(named);
        }
        known.removeAll(exclude);
        known.removeAll(UNUSABLE);
        return known;
    }
}
