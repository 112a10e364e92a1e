package io.github.ticryptexporter.config;

import io.github.ticryptexporter.findings.FindingSettings;
import io.github.ticryptexporter.findings.HostEntry;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Binds {@code placement}, {@code findings} and {@code quota}. */
final class FindingBinding {

    private static final Duration SHORTEST_SILENCE = Duration.ofSeconds(1);

    private FindingBinding() {}

    static FindingSettings settings(Section root, List<HostEntry> hosts) {
        Section placement = root.section("placement");
        Section findings = root.section("findings");
        return new FindingSettings(
                hosts,
                placement
                        .setting("nat-arithmetic")
                        .flatMap(Setting::flag)
                        .orElse(FindingSettings.DEFAULT.natArithmetic()),
                placement
                        .setting("vcpu-overcommit")
                        .flatMap(Setting::numberAboveZero)
                        .orElse(FindingSettings.DEFAULT_VCPU_OVERCOMMIT),
                findings.setting("silent-after")
                        .flatMap(setting -> setting.duration(SHORTEST_SILENCE))
                        .orElse(FindingSettings.DEFAULT_SILENT_AFTER),
                sizes(findings.named("large-vm-memory")),
                names(root.section("quota").settings("exempt-bricks")));
    }

    private static Map<String, Long> sizes(Map<String, Setting> settings) {
        Map<String, Long> sizes = new HashMap<>();
        settings.forEach((realm, setting) -> setting.bytes().ifPresent(bytes -> sizes.put(realm, bytes)));
        return sizes;
    }

    private static Set<String> names(List<Setting> settings) {
        Set<String> names = new HashSet<>();
        settings.forEach(setting -> setting.name().ifPresent(names::add));
        return names;
    }
}
