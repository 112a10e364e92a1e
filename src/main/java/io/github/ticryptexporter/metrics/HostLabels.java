package io.github.ticryptexporter.metrics;

import io.github.ticryptexporter.findings.Host;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The value of the label {@code host}: the inventory's name where there is one, else the host key where that may be
 * shown, else a pseudonym of it.
 */
final class HostLabels {

    private final Map<String, String> byKey;

    private HostLabels(Map<String, String> byKey) {
        this.byKey = byKey;
    }

    /** Labels for these hosts; pseudonyms that would be equal get more digits until they differ. */
    static HostLabels of(Collection<Host> hosts, PrivacyLevel level, HostPseudonyms pseudonyms) {
        Map<String, String> digests = new TreeMap<>();
        hosts.stream().filter(host -> host.entry() == null).forEach(host -> digests.put(host.key(), ""));
        if (level.shows(PrivacyLevel.NAMED)) {
            digests.replaceAll((key, none) -> key);
            return new HostLabels(digests);
        }
        digests.replaceAll((key, none) -> pseudonyms.digest(key));
        Map<String, String> labels = new HashMap<>();
        digests.forEach((key, digest) -> labels.put(key, "h-" + digest.substring(0, digits(digest, digests))));
        return new HostLabels(labels);
    }

    /** The shortest start of the digest, from eight digits on, that no other has. */
    private static int digits(String digest, Map<String, String> all) {
        int digits = HostPseudonyms.DIGITS;
        while (digits < digest.length() && isShared(digest.substring(0, digits), all)) {
            digits++;
        }
        return digits;
    }

    private static boolean isShared(String start, Map<String, String> all) {
        return all.values().stream().filter(digest -> digest.startsWith(start)).count() > 1;
    }

    String of(Host host) {
        return host.entry() == null ? byKey.getOrDefault(host.key(), host.key()) : host.key();
    }
}
