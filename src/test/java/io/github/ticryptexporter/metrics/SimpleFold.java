package io.github.ticryptexporter.metrics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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
        Map<String, Double> shares = samples.stream()
                .filter(sample -> sample.isOf(label))
                .collect(toMap(this::subject, sample -> share(sample, totals), Math::max));
        return shares.keySet().stream()
                .sorted(Comparator.comparing((String subject) -> !subject.endsWith("/other"))
                        .thenComparing(subject -> Objects.requireNonNull(shares.get(subject)))
                        .thenComparing(Comparator.reverseOrder()))
                .toList();
    }

    private String dimension(Sample sample) {
        return sample.with(label, "").with("realm", "").series();
    }

    private double share(Sample sample, Map<String, Double> totals) {
        double total = totals.getOrDefault(dimension(sample), 0.0);
        return sample.family().folding() == Folding.USE && total > 0 ? sample.value() / total : 0;
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
