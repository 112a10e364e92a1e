package io.github.ticryptexporter.config;

import io.github.ticryptexporter.metrics.AlertExemption;
import io.github.ticryptexporter.metrics.HostPseudonyms;
import io.github.ticryptexporter.metrics.MetricSettings;
import io.github.ticryptexporter.metrics.PrivacyLevel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binds {@code privacy}, {@code labels}, {@code alerts} and {@code limits}. */
final class MetricBinding {

    private static final String TEAM_PREFIX = "team|";

    private final Section root;
    private final Optional<Setting> hostKey;

    MetricBinding(Section root) {
        this.root = root;
        this.hostKey = root.section("privacy").setting("host-key-file");
    }

    /** The file of the key for hosts' pseudonyms, if one is named. */
    Optional<Path> hostKeyFile() {
        return hostKey.flatMap(Setting::path);
    }

    MetricSettings settings() {
        Section privacy = root.section("privacy");
        return new MetricSettings(
                privacy(privacy, PrivacyLevel.STRICT),
                hostKey.flatMap(MetricBinding::pseudonyms).orElse(HostPseudonyms.PLAIN),
                aliases(root.section("labels").named("team-aliases")),
                exemptions(root.section("alerts").sections("exempt")),
                root.section("limits")
                        .setting("series")
                        .flatMap(setting -> setting.wholeNumber(1, Integer.MAX_VALUE))
                        .map(Math::toIntExact)
                        .orElse(MetricSettings.DEFAULT_SERIES_LIMIT));
    }

    static PrivacyLevel privacy(Section privacy, PrivacyLevel fallback) {
        return privacy.setting("level").flatMap(MetricBinding::level).orElse(fallback);
    }

    private static Optional<PrivacyLevel> level(Setting setting) {
        List<String> words =
                Arrays.stream(PrivacyLevel.values()).map(PrivacyLevel::label).toList();
        return Arrays.stream(PrivacyLevel.values())
                .filter(level -> level.label().equals(setting.text()))
                .findFirst()
                .or(() -> setting.refuse(
                        "one of " + String.join(", ", words),
                        "the nearest is "
                                + Spelling.nearest(setting.text(), words).orElse("")));
    }

    private static Optional<HostPseudonyms> pseudonyms(Setting setting) {
        return NamedFile.secret(setting).flatMap(file -> pseudonyms(setting, file));
    }

    private static Optional<HostPseudonyms> pseudonyms(Setting setting, Path file) {
        Optional<byte[]> key = NamedFile.content(setting, file).map(MetricBinding::withoutLineEnd);
        try {
            return key.map(HostPseudonyms::keyed);
        } catch (IllegalArgumentException e) {
            return setting.refuse("a file that holds a key", "the file is empty; fill it with random bytes");
        }
    }

    /** An editor ends the last line where a shell's printf does not; both mean the same key. */
    private static byte[] withoutLineEnd(byte[] key) {
        int end = key.length;
        if (end > 0 && key[end - 1] == '\n') {
            end--;
        }
        if (end > 0 && key[end - 1] == '\r') {
            end--;
        }
        return Arrays.copyOf(key, end);
    }

    private static Map<String, String> aliases(Map<String, Setting> settings) {
        Map<String, String> aliases = new HashMap<>();
        settings.forEach((id, alias) -> alias.name().ifPresent(name -> {
            if (team(id).isBlank()) {
                alias.problem("expected the id of a team before the alias, but was none", "write it there");
            } else if (aliases.putIfAbsent(team(id), name) != null) {
                alias.problem("expected one alias for each team, but was a second", "keep one of them");
            }
        }));
        return aliases;
    }

    private static List<AlertExemption> exemptions(List<Section> sections) {
        Set<AlertExemption> exemptions = new LinkedHashSet<>();
        for (Section section : sections) {
            Optional<String> team =
                    section.required("team", "the id of a team", "team: 2d48a972-4dd0-44e6-803f-956dbc56503c");
            Optional<String> alert = section.required("alert", "the name of an alert", "alert: TicryptTeamQuotaFull");
            if (team.map(MetricBinding::team).filter(String::isBlank).isPresent()) {
                section.problem("expected the id of a team, but was its prefix alone", "write the id behind it");
            } else if (team.isPresent() && alert.isPresent()) {
                exemptions.add(new AlertExemption(team(team.get()), alert.get()));
            }
        }
        return List.copyOf(exemptions);
    }

    private static String team(String id) {
        return id.startsWith(TEAM_PREFIX) ? id.substring(TEAM_PREFIX.length()) : id;
    }
}
