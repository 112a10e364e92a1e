package io.github.ticryptexporter.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression of Prometheus's language, as far as its comparisons and set operators are concerned.
 *
 * @param text as the rule file has it
 */
record Expression(String text) {

    /** What matters, and what has to be stepped over as one piece: strings, label matchers, ranges. */
    private static final Pattern TOKEN =
            Pattern.compile("\"[^\"]*\"|\\{(?:\"[^\"]*\"|[^}\"])*}|\\[[^]]*]|[><=!]=|[><()]|[A-Za-z_:][\\w:]*");

    private static final Set<String> COMPARISONS = Set.of("==", "!=", ">", "<", ">=", "<=");
    private static final Set<String> GUARDS = Set.of("and", "unless");

    /** A piece of the text, and how many parentheses are open around it. */
    record Piece(String text, int start, int end, int depth) {}

    /** The comparison operators, from left to right. */
    List<Piece> comparisons() {
        return tokens().stream()
                .filter(token -> COMPARISONS.contains(token.text()))
                .toList();
    }

    /** Each {@code and} and {@code unless} with all that it applies to, which binds tighter than the next set operator. */
    List<Piece> guards() {
        List<Piece> tokens = tokens();
        return tokens.stream()
                .filter(token -> GUARDS.contains(token.text()))
                .map(guard -> new Piece("", guard.start(), end(guard, tokens), guard.depth()))
                .map(piece -> new Piece(
                        text.substring(piece.start(), piece.end()).strip().replaceAll("\\s+", " "),
                        piece.start(),
                        piece.end(),
                        piece.depth()))
                .toList();
    }

    /** The comparison with what stands around it, on one line. */
    String around(Piece piece) {
        String before = text.substring(0, piece.start()).strip();
        String after = text.substring(piece.end()).strip();
        String around = before.substring(Math.max(0, before.length() - 30)) + " " + piece.text() + " "
                + after.substring(0, Math.min(30, after.length()));
        return around.replaceAll("\\s+", " ");
    }

    /** The expression with this in the place of that piece of it. */
    Expression with(Piece piece, String replacement) {
        return new Expression(text.substring(0, piece.start()) + replacement + text.substring(piece.end()));
    }

    /** The names of metrics and records in it, beside the words of the language. */
    Set<String> words() {
        return Set.copyOf(tokens().stream().map(Piece::text).distinct().toList());
    }

    private int end(Piece guard, List<Piece> tokens) {
        Optional<Piece> next = tokens.stream()
                .filter(token -> token.start() > guard.start())
                .filter(token ->
                        token.depth() < guard.depth() || (token.depth() == guard.depth() && endsOperand(token)))
                .findFirst();
        return next.map(Piece::start).orElse(text.length());
    }

    private static boolean endsOperand(Piece token) {
        return GUARDS.contains(token.text()) || token.text().equals("or");
    }

    /** A closing parenthesis counts as outside of what it closes. */
    private List<Piece> tokens() {
        List<Piece> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int depth = 0;
        while (matcher.find()) {
            String token = matcher.group();
            depth -= token.equals(")") ? 1 : 0;
            tokens.add(new Piece(token, matcher.start(), matcher.end(), depth));
            depth += token.equals("(") ? 1 : 0;
        }
        return tokens;
    }
}
