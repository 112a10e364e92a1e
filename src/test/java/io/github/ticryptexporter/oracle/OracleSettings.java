package io.github.ticryptexporter.oracle;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The configuration as far as it shapes the fleet families; {@link #defaults()} are the documented ones. */
public record OracleSettings(
        Realms realms, Placing placing, Publishing publishing, Findings findings, Exemptions exemptions) {

    /** Which realms are known: {@code include}, when discovering the drives' realms, and of these no {@code exclude}. */
    public record Realms(boolean discover, Set<String> include, Set<String> exclude) {}

    /** The inventory in file order, and how VMs find their host. */
    public record Placing(List<HostEntry> hosts, boolean natArithmetic, double vcpuOvercommit) {}

    /**
     * What may become a label.
     *
     * @param hostKey the content of the host key file, without the newline that ends it: host pseudonyms are HMACs with it; null without such a file
     * @param teamAliases by team id, with or without its prefix
     */
    public record Publishing(Privacy level, @Nullable String hostKey, Map<String, String> teamAliases) {}

    /** Privacy levels; each publishes what those before it publish. */
    public enum Privacy {
        STRICT,
        NAMED,
        DETAILED
    }

    /** Thresholds; {@code largeVmMemory} is bytes by realm. */
    public record Findings(Duration silentAfter, Map<String, Long> largeVmMemory) {}

    /** Brick ids that no quota counts, and alerts that teams are spared. */
    public record Exemptions(Set<String> bricks, List<AlertExemption> alerts) {}

    /** One alert that one team is spared; the team id with or without its prefix. */
    public record AlertExemption(String team, String alert) {}

    public static OracleSettings defaults() {
        return new OracleSettings(
                new Realms(true, Set.of(), Set.of()),
                new Placing(List.of(), true, 4),
                new Publishing(Privacy.STRICT, null, Map.of()),
                new Findings(Duration.ofMinutes(15), Map.of()),
                new Exemptions(Set.of(), List.of()));
    }

    public OracleSettings with(Realms other) {
        return new OracleSettings(other, placing, publishing, findings, exemptions);
    }

    public OracleSettings with(Placing other) {
        return new OracleSettings(realms, other, publishing, findings, exemptions);
    }

    public OracleSettings with(Publishing other) {
        return new OracleSettings(realms, placing, other, findings, exemptions);
    }

    public OracleSettings with(Findings other) {
        return new OracleSettings(realms, placing, publishing, other, exemptions);
    }

    public OracleSettings with(Exemptions other) {
        return new OracleSettings(realms, placing, publishing, findings, other);
    }

    /** These settings with these hosts as inventory. */
    public OracleSettings withHosts(HostEntry... hosts) {
        return with(new Placing(List.of(hosts), placing.natArithmetic, placing.vcpuOvercommit));
    }

    /** These settings at another privacy level. */
    public OracleSettings at(Privacy level) {
        return with(new Publishing(level, publishing.hostKey, publishing.teamAliases));
    }

    boolean atLeast(Privacy level) {
        return publishing.level.compareTo(level) >= 0;
    }
}
