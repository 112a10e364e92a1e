package io.github.ticryptexporter.status;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.Source;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.metrics.Absence;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Every source: whether it answers, what of its data is shown and how old that is, and when it is tried again. */
final class SourceTable {

    private static final Comparator<Source<?>> FAILING_FIRST = Comparator.comparing(
                    (Source<?> source) -> !fails(source))
            .thenComparing(source -> source.latest() != null)
            .thenComparing(Source::id);

    private static final int SHOWN = 50;

    /** So that nothing is said to be tried in 0 s. */
    private static final Duration ALMOST_A_SECOND = Duration.ofMillis(999);

    private final Glance glance;
    private final StatusFacts facts;
    private final Moment moment;

    SourceTable(Glance glance, StatusFacts facts, Moment moment) {
        this.glance = glance;
        this.facts = facts;
        this.moment = moment;
    }

    static boolean fails(Source<?> source) {
        return source.latest() != null && !source.isUp();
    }

    /** {@code vms of realm libvirt}. */
    static Html name(SourceId id) {
        return id.realm().isEmpty()
                ? Html.of("%s", id.api().label())
                : Html.of("%s of realm %s", id.api().label(), Html.name(id.realm()));
    }

    /** Why the latest attempt failed; empty where it did not. */
    static String reason(Source<?> source) {
        Source.Attempt latest = source.latest();
        Source.Failure failure = latest == null ? null : latest.failure();
        return failure == null ? "" : InWords.reason(failure.reason());
    }

    Html html() {
        if (glance.sources().isEmpty()) {
            return Html.of("<p>There is no source yet: realms are not known, or no token is configured.</p>\n");
        }
        Ranking<Source<?>> sources = Ranking.of(glance.sources(), FAILING_FIRST, SHOWN);
        Html caption = Html.of("%s. What fails comes first.", sources.inWords("source", "first"));
        return new Table(caption, List.of("Source", "State", "Data", "Age", "Objects", "Next try"))
                .of(sources.first().stream().map(this::row).toList());
    }

    private List<Html> row(Source<?> source) {
        Source.Success success = source.lastSuccess();
        return List.of(
                name(source.id()),
                state(source),
                data(source),
                success == null ? Html.of("none yet") : age(source.id(), moment.since(success.answeredAt())),
                success == null ? Html.of("none yet") : Html.of("%s", InWords.number(success.objects())),
                Html.of("%s", nextTry(source.id())));
    }

    /** Shape and word say what the colour does. */
    private static Html state(Source<?> source) {
        if (source.latest() == null) {
            return marked("○", "quiet", "not read yet");
        }
        if (source.isUp()) {
            return marked("●", "good", "answers");
        }
        int failures = source.consecutiveFailures();
        return Html.of(
                "%s%s: %s",
                marked("▲", "bad", "fails"),
                failures > 1 ? ", " + InWords.count(failures, "time") + " in a row" : "",
                reason(source));
    }

    private static Html marked(String shape, String style, String word) {
        return Html.of("<strong class=\"%s\"><span aria-hidden=\"true\">%s</span> %s</strong>", style, shape, word);
    }

    private Html data(Source<?> source) {
        if (source.data().isEmpty()) {
            String state = source.lastSuccess() == null ? "none yet" : "withheld";
            return Html.of("<strong class=\"warn\">%s</strong>%s", state, cost(source));
        }
        Duration staleAfter = glance.staleAfter().get(source.id().api().label());
        if (source.isUp() || staleAfter == null) {
            return Html.of("current");
        }
        return Html.of("<strong class=\"warn\">stale</strong>, shown up to an age of %s", InWords.duration(staleAfter));
    }

    private Html cost(Source<?> source) {
        Absence absence = Absence.of(source.id().api(), facts.privacy(), facts.routes());
        return Html.of(
                "; what follows from it is withheld: %s%s",
                absence.text(), wayOut(source, absence.ofTheSite().size()));
    }

    /** A realm that never answered holds up every sum over all realms. */
    private static Html wayOut(Source<?> source, int ofTheSite) {
        String realm = source.id().realm();
        return realm.isEmpty() || source.lastSuccess() != null || ofTheSite == 0
                ? Html.NOTHING
                : Html.of(
                        ". %s of them are about all realms, and stay away until this one answers or"
                                + " <code>ticrypt.realms.exclude: [ \"%s\" ]</code> gives it up",
                        ofTheSite, Html.name(realm));
    }

    private Html age(SourceId id, Duration age) {
        Duration interval = glance.intervals().get(id.api().label());
        return Html.of("%s%s", InWords.duration(age), interval == null ? "" : ", " + InWords.intervals(age, interval));
    }

    private String nextTry(SourceId id) {
        Duration wait = moment.untilNextTry().get(id);
        if (wait == null) {
            return id.api().scope() == Api.Scope.OBJECT ? "when there is something to ask for" : "not known";
        }
        return wait.isZero() ? "now" : "in " + InWords.duration(wait.plus(ALMOST_A_SECOND));
    }
}
