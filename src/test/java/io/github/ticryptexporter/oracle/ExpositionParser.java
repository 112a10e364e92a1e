package io.github.ticryptexporter.oracle;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses one exposition, stricter than Prometheus does: a family is one block that its TYPE (and HELP, UNIT) lines open, no
 * series stands twice, and no sample carries a timestamp or an exemplar.
 *
 * <p>For one text; throws {@link IllegalArgumentException} whose message begins with the line's number.
 */
final class ExpositionParser {
    /** The two line formats. */
    enum Format {
        TEXT,
        OPEN_METRICS
    }

    private static final Map<String, List<String>> TEXT_SUFFIXES = Map.of(
            "counter", List.of(""),
            "gauge", List.of(""),
            "untyped", List.of(""),
            "histogram", List.of("_bucket", "_sum", "_count"),
            "summary", List.of("", "_sum", "_count"));

    private static final Map<String, List<String>> OPEN_METRICS_SUFFIXES = Map.of(
            "counter", List.of("_total", "_created"),
            "gauge", List.of(""),
            "unknown", List.of(""),
            "info", List.of("_info"),
            "stateset", List.of(""),
            "histogram", List.of("_bucket", "_sum", "_count", "_created"),
            "gaugehistogram", List.of("_bucket", "_gsum", "_gcount"),
            "summary", List.of("", "_sum", "_count", "_created"));

    private static final Pattern META =
            Pattern.compile("# (HELP|TYPE|UNIT) ([a-zA-Z_:][a-zA-Z0-9_:]*)(?: (.*))?", Pattern.DOTALL);

    private final Format format;
    private final Map<String, List<String>> suffixesByType;
    private final Map<String, Double> samples = new LinkedHashMap<>();
    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, String> helps = new LinkedHashMap<>();
    private final Set<String> opened = new HashSet<>();
    private final Set<String> sampled = new HashSet<>();
    private String family = "";
    private int lineNumber;

    ExpositionParser(Format format) {
        this.format = format;
        this.suffixesByType = format == Format.TEXT ? TEXT_SUFFIXES : OPEN_METRICS_SUFFIXES;
    }

    Exposition parse(String text) {
        if (!text.isEmpty() && !text.endsWith("\n")) {
            throw new IllegalArgumentException("the last line has no end");
        }
        // Not lines(): a carriage return is part of its line here.
        List<String> lines = text.isEmpty()
                ? List.of()
                : List.of(text.substring(0, text.length() - 1).split("\n", -1));
        for (String line : lines) {
            lineNumber++;
            line(line, lineNumber == lines.size());
        }
        if (format == Format.OPEN_METRICS
                && (lines.isEmpty() || !lines.get(lines.size() - 1).equals("# EOF"))) {
            throw new IllegalArgumentException("the last line is not # EOF");
        }
        return new Exposition(samples, types, helps);
    }

    private void line(String line, boolean last) {
        Matcher meta = META.matcher(line);
        if (meta.matches()) {
            meta(meta);
        } else if (line.isEmpty() || line.startsWith("#")) {
            remark(line, last);
        } else {
            sample(line);
        }
    }

    private void remark(String line, boolean last) {
        boolean allowed = format == Format.TEXT || (last && line.equals("# EOF"));
        // A HELP or TYPE line with a bad name would otherwise pass for a comment.
        if (!allowed || line.matches("# *(HELP|TYPE)\\b.*")) {
            throw malformed("neither a sample nor HELP, TYPE or a remark", line);
        }
    }

    private void meta(Matcher meta) {
        String name = meta.group(2);
        String rest = meta.group(3) == null ? "" : meta.group(3);
        open(name);
        if (sampled.contains(name)) {
            throw malformed("expected " + meta.group(1) + " before the family's samples", name);
        }
        String kind = meta.group(1);
        if (kind.equals("TYPE")) {
            type(name, rest);
        } else if (kind.equals("HELP") && helps.put(name, SampleLine.unescaped(rest)) != null) {
            throw malformed("a second HELP", name);
        } else if (kind.equals("UNIT") && (format == Format.TEXT || !name.endsWith("_" + rest))) {
            throw malformed("a UNIT that does not end the name", name);
        }
    }

    private void type(String name, String type) {
        if (!suffixesByType.containsKey(type)) {
            throw malformed("unknown type", type);
        }
        if (types.put(name, type) != null) {
            throw malformed("a second TYPE", name);
        }
    }

    private void open(String name) {
        if (name.equals(family)) {
            return;
        }
        if (!opened.add(name)) {
            throw malformed("a family interleaved with others", name);
        }
        family = name;
    }

    private void sample(String line) {
        SampleLine sample = parsed(line);
        if (!owns(family, sample.name())) {
            boolean earlier = types.keySet().stream().anyMatch(declared -> owns(declared, sample.name()));
            throw malformed(earlier ? "a family interleaved with others" : "a sample before its TYPE", sample.name());
        }
        sampled.add(family);
        String series = SeriesName.of(sample.name(), sample.labels());
        if (samples.put(series, sample.value()) != null) {
            throw malformed("a second sample", series);
        }
    }

    private boolean owns(String candidate, String sampleName) {
        List<String> suffixes = suffixesByType.getOrDefault(types.getOrDefault(candidate, ""), List.of());
        return suffixes.stream().anyMatch(suffix -> sampleName.equals(candidate + suffix));
    }

    private SampleLine parsed(String line) {
        try {
            return SampleLine.parse(line);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + lineNumber + ": " + e.getMessage(), e);
        }
    }

    private IllegalArgumentException malformed(String problem, String where) {
        return new IllegalArgumentException("line " + lineNumber + ": " + problem + ": " + where);
    }
}
