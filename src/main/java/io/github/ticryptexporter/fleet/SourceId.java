package io.github.ticryptexporter.fleet;

import java.util.Comparator;

/**
 * One source of data: a route, and the realm that it is asked for.
 *
 * @param realm the realm id; empty for a route that is not asked per realm
 */
public record SourceId(Api api, String realm) implements Comparable<SourceId> {

    private static final Comparator<SourceId> ORDER =
            Comparator.comparing(SourceId::api).thenComparing(SourceId::realm);

    public SourceId {
        if ((api.scope() == Api.Scope.REALM) == realm.isEmpty()) {
            throw new IllegalArgumentException("realm \"" + realm + "\" does not fit " + api);
        }
    }

    /** The source of a route that is not asked per realm. */
    public static SourceId site(Api api) {
        return new SourceId(api, "");
    }

    @Override
    public int compareTo(SourceId other) {
        return ORDER.compare(this, other);
    }

    /** For messages: {@code drives} or {@code vms of realm libvirt}. */
    @Override
    public String toString() {
        return realm.isEmpty() ? api.label() : api.label() + " of realm " + realm;
    }
}
