package io.github.ticryptexporter.findings;

import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.VmInfo;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the lists say against each other. A kind is there, 0 included, while all that it is computed from holds data.
 *
 * @param configs by realm
 * @param attachments by realm
 */
public record Disagreements(
        Map<String, Map<ConfigInconsistency, Long>> configs,
        Map<String, Map<AttachmentInconsistency, Long>> attachments,
        Map<DanglingReference, Long> dangling) {

    /**
     * @param realms by id, those whose VMs are known
     * @param vms of these realms
     * @param drives by realm
     */
    static Disagreements of(
            FleetSnapshot fleet,
            Map<String, RealmFindings> realms,
            Collection<VmInfo> vms,
            Map<String, List<DriveInfo>> drives) {
        Listed listed = Listed.in(fleet);
        Attachments attached = new Attachments(fleet, listed);
        Map<String, Map<ConfigInconsistency, Long>> configs = new HashMap<>();
        Map<String, Map<AttachmentInconsistency, Long>> attachments = new HashMap<>();
        for (String realm : fleet.realms()) {
            configs.put(realm, ConfigFindings.of(realm, realms.get(realm), fleet));
            attachments.put(realm, attached.in(realm, drives.getOrDefault(realm, List.of())));
        }
        return new Disagreements(configs, attachments, References.of(fleet, vms, listed));
    }

    /** How often the kind occurs in the realm, which has to hold all that it is computed from. */
    public long count(ConfigInconsistency kind, String realm) {
        return known(kind, configs.get(realm));
    }

    /** How often the kind occurs in the realm, which has to hold all that it is computed from. */
    public long count(AttachmentInconsistency kind, String realm) {
        return known(kind, attachments.get(realm));
    }

    /** How many references of the kind dangle, all of whose sources have to hold data. */
    public long count(DanglingReference kind) {
        return known(kind, dangling);
    }

    private static <K> long known(K kind, @Nullable Map<K, Long> counts) {
        Long count = counts == null ? null : counts.get(kind);
        if (count == null) {
            throw new IllegalStateException(kind + " is not known: a family does not say what it needs");
        }
        return count;
    }
}
