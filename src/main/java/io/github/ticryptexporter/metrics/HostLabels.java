package io.github.ticryptexporter.metrics;

import io.github.ticryptexporter.findings.Host;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
        Set<String> keys = hosts.stream()
                .filter(host -> host.entry() == null)
                .map(Host::key)
                .collect(Collectors.toSet());
        if (level.shows(PrivacyLevel.NAMED)) {
            return new HostLabels(keys.stream().collect(Collectors.toMap(key -> key, key -> key)));
        }
        Map<String, String> digests = keys.stream().collect(Collectors.toMap(key -> key, pseudonyms::digest));
        NavigableSet<String> sorted = new TreeSet<>(digests.values());
        digests.replaceAll((key, digest) -> "h-" + digest.substring(0, digits(digest, sorted)));
        return new HostLabels(digests);
    }

    /** The shortest start of the digest, from eight digits on, that no other has; its neighbours share most with it. */
    private static int digits(String digest, NavigableSet<String> all) {
        int shared = Math.max(shared(digest, all.lower(digest)), shared(digest, all.higher(digest)));
        return Math.max(HostPseudonyms.DIGITS, shared + 1);
    }

    private static int shared(String digest, @Nullable String other) {
        int digits = 0;
        while (other != null && digits < digest.length() && digest.charAt(digits) == other.charAt(digits)) {
            digits++;
        }
        return digits;
    }

    /** Never falls back to the key itself, which is an address. */
    String of(Host host) {
        return host.entry() == null ? Objects.requireNonNull(byKey.get(host.key())) : host.key();
    }
}
