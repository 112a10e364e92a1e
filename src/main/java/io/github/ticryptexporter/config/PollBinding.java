package io.github.ticryptexporter.config;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.poll.PollSettings;
import io.github.ticryptexporter.poll.RealmSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binds {@code poll} and {@code ticrypt.realms}. */
final class PollBinding {

    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);

    private static final int MOST_INTERVALS = 1000;

    /** Servers may resolve these in a path, so that no route of such a realm could be read. */
    private static final Set<String> PATH_STEPS = Set.of(".", "..");

    private PollBinding() {}

    /** @param elsewhere the intervals that do not stand among {@code poll.intervals} */
    static PollSettings settings(Section poll, Map<Api, Duration> elsewhere, RealmSettings realms) {
        Section intervals = poll.section("intervals");
        Map<Api, Duration> given = new EnumMap<>(Api.class);
        given.putAll(elsewhere);
        for (Api api : Api.openedBy(EnumSet.allOf(TokenKind.class))) {
            intervals
                    .setting(api.label())
                    .flatMap(setting -> setting.duration(SHORTEST_INTERVAL))
                    .ifPresent(interval -> given.put(api, interval));
        }
        Optional<Long> staleAfter =
                poll.setting("stale-after-intervals").flatMap(setting -> setting.wholeNumber(1, MOST_INTERVALS));
        return new PollSettings(
                given, staleAfter.map(Math::toIntExact).orElse(PollSettings.DEFAULT_STALE_AFTER_INTERVALS), realms);
    }

    /** @param tokens the tokens that are configured */
    static RealmSettings realms(Section realms, List<TokenKind> tokens) {
        boolean discover = realms.setting("discover").flatMap(Setting::flag).orElse(RealmSettings.DISCOVER.discover());
        RealmSettings settings =
                new RealmSettings(discover, names(realms, "include"), new HashSet<>(names(realms, "exclude")));
        boolean discovers = discover && tokens.contains(TokenKind.DRIVE);
        if (tokens.contains(TokenKind.VM) && !discovers && settings.exclude().containsAll(settings.include())) {
            realms.missing(
                    "include",
                    "a realm that is not excluded, since without a drive token and discover none is found by itself",
                    "include: [libvirt]");
        }
        return settings;
    }

    private static List<String> names(Section realms, String key) {
        List<String> names = new ArrayList<>();
        realms.settings(key)
                .forEach(setting -> setting.name().ifPresent(name -> {
                    if (PATH_STEPS.contains(name)) {
                        setting.problem("expected the id of a realm, but was \"" + name + "\"", "take it out");
                    } else {
                        names.add(name);
                    }
                }));
        return names;
    }
}
