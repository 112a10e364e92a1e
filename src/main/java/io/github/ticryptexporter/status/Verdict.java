package io.github.ticryptexporter.status;

import io.github.ticryptexporter.fleet.Source;
import java.util.List;

/** How the sources are, in one sentence. */
final class Verdict {

    private static final int NAMED = 4;

    private final int all;
    private final List<? extends Source<?>> failing;
    private final long unread;

    Verdict(List<Source<?>> sources) {
        this.all = sources.size();
        this.failing = sources.stream().filter(SourceTable::fails).toList();
        this.unread = sources.stream().filter(source -> source.latest() == null).count();
    }

    /** Without what failed in detail, for the title of a window. */
    String inShort() {
        if (unread == all) {
            return "Nothing has been read yet";
        }
        if (!failing.isEmpty()) {
            return "%d of %s %s"
                    .formatted(failing.size(), InWords.count(all, "source"), failing.size() == 1 ? "fails" : "fail");
        }
        if (unread > 0) {
            return "%d of %s answer, the others have not been read yet"
                    .formatted(all - unread, InWords.count(all, "source"));
        }
        return all == 1 ? "The one source answers" : "All " + InWords.count(all, "source") + " answer";
    }

    /** A paragraph, marked by how serious it is. */
    Html html() {
        return Html.of("<p class=\"verdict %s\">%s</p>\n", style(), sentence());
    }

    private String style() {
        if (!failing.isEmpty()) {
            return "bad";
        }
        return unread > 0 ? "warn" : "good";
    }

    private Html sentence() {
        if (failing.isEmpty()) {
            return Html.of("%s.", inShort());
        }
        Html reasons =
                Html.joined(failing.stream().limit(NAMED).map(Verdict::reason).toList(), ", ");
        int others = failing.size() - NAMED;
        return Html.of("%s: %s%s.", inShort(), reasons, others > 0 ? " and " + others + " more" : "");
    }

    private static Html reason(Source<?> source) {
        return Html.of("%s (%s)", SourceTable.name(source.id()), SourceTable.reason(source));
    }
}
