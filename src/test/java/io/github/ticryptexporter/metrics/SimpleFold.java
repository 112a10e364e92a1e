package io.github.ticryptexporter.metrics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.summingDouble;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The series budget as the contract tells it, by trial: one more is folded until the rest fits. */
final class SimpleFold {

    private final List<Sample> samples;
    private final String label;

    private SimpleFold(List<Sample> samples, String label) {
        this.samples = samples;
        this.label = label;
    }

    /** What is exposed of these samples, none of which is of section 8. */
    static List<Sample> within(int limit, List<Sample> samples) {
        return new SimpleFold(new SimpleFold(samples, "team").within(limit), "host").within(limit);
    }

    private List<Sample> within(int limit) {
        List<String> order = leastFirst();
        for (int folded = 0; folded < order.size(); folded++) {
            List<Sample> rest = folding(new HashSet<>(order.subList(0, folded)));
            if (rest.size() <= limit) {
                return rest;
            }
        }
        return folding(new HashSet<>(order));
    }

    private List<String> leastFirst() {
        Map<String, Double> totals =
                samples.stream().collect(groupingBy(this::dimension, summingDouble(Sample::value)));
        Map<String, List<Sample>> subjects =
                samples.stream().filter(sample -> sample.isOf(label)).collect(groupingBy(this::subject));
        Map<String, String> ranks = new HashMap<>();
        subjects.forEach((subject, own) -> ranks.put(subject, rank(own, totals)));
        return subjects.keySet().stream()
                .sorted(Comparator.comparing((String subject) -> !subject.endsWith("/other"))
                        .thenComparing(ranks::get)
                        .thenComparing(Comparator.reverseOrder()))
                .toList();
    }

    /** The shares that are not 0, the largest first, in a form that sorts as text. */
    private String rank(List<Sample> own, Map<String, Double> totals) {
        return own.stream()
                .filter(sample -> sample.family().folding() == Folding.USE && sample.value() > 0)
                .map(sample -> sample.value() / Objects.requireNonNull(totals.get(dimension(sample))))
                .sorted(Comparator.reverseOrder())
                .map(share -> String.format(Locale.ROOT, "%.17f", share))
                .collect(joining(" "));
    }

    private String dimension(Sample sample) {
        return sample.with(label, "").with("realm", "").series();
    }

    private String subject(Sample sample) {
        return sample.label("realm") + "/" + sample.label(label);
    }

    private List<Sample> folding(Set<String> subjects) {
        Map<Boolean, List<Sample>> parts = samples.stream()
                .collect(groupingBy(sample -> sample.isOf(label) && subjects.contains(subject(sample))));
        Map<String, List<Sample>> folded = parts.getOrDefault(true, List.of()).stream()
                .filter(sample -> sample.family().folding() != Folding.NONE)
                .map(sample -> sample.with(label, "other"))
                .collect(groupingBy(Sample::series));
        List<Sample> rest = new ArrayList<>(parts.getOrDefault(false, List.of()));
        for (List<Sample> same : folded.values()) {
            Sample one = same.get(0);
            if (one.family().folding() != Folding.LIMIT || same.size() == subjects.size()) {
                double sum = same.stream().mapToDouble(Sample::value).sum();
                rest.add(new Sample(one.family(), one.labels(), sum));
            }
        }
        return rest;
    }
}
