package io.github.ticryptexporter.status;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A piece of HTML, also well-formed as XML; whatever is not HTML already is text in it. */
record Html(String markup) {

    static final Html NOTHING = new Html("");

    /** What no document may hold, however it is escaped: control characters and halves of surrogate pairs. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\\n\\t]]");

    private static final int LONGEST_NAME = 100;

    /** The template with its {@code %s} filled in: HTML as it is, anything else escaped for text and quoted attributes. */
    static Html of(String template, Object... parts) {
        Object[] filled = Arrays.stream(parts).map(Html::fit).toArray();
        return new Html(template.formatted(filled));
    }

    /** One after the other. */
    static Html joined(List<Html> pieces) {
        return joined(pieces, "");
    }

    static Html joined(List<Html> pieces, String between) {
        return new Html(pieces.stream().map(Html::markup).collect(Collectors.joining(between)));
    }

    /** A name that others chose: whichever way it runs, the text around it keeps its order; a long one is cut. */
    static Html name(String name) {
        int characters = name.codePointCount(0, name.length());
        return of(
                "<bdi>%s</bdi>",
                characters <= LONGEST_NAME ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…");
    }

    private static String fit(Object part) {
        return part instanceof Html html ? html.markup() : escaped(part.toString());
    }

    private static String escaped(String plain) {
        return UNFIT.matcher(plain)
                .replaceAll("\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
