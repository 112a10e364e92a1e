package io.github.ticryptexporter.exposition;

import io.github.ticryptexporter.exposition.Format.Precision;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Chooses format and encoding by the weights of the Accept headers (RFC 9110, section 12.5).
 *
 * <p>Nobody is sent away: where nothing on offer is acceptable, the answer is text 0.0.4 in plain, which every scraper
 * and person reads, rather than 406.
 */
final class Negotiation {
    private static final Comparator<Candidate> BY_WISH = Comparator.comparingDouble(Candidate::weight)
            .thenComparing(Candidate::precision)
            .thenComparing(Negotiation::byRichness);

    private Negotiation() {}

    static Format format(String accept) {
        List<Preference> preferences = Preference.parse(accept);
        return Arrays.stream(Format.values())
                .map(format -> Candidate.of(format, preferences))
                .filter(candidate -> candidate.weight() > 0)
                .max(BY_WISH)
                .map(Candidate::format)
                .orElse(Format.TEXT_0_0_4);
    }

    static Encoding encoding(String acceptEncoding) {
        List<Preference> preferences = Preference.parse(acceptEncoding);
        double others = weight(preferences, "*").orElse(0);
        double gzip = Math.max(
                weight(preferences, "gzip").orElse(others),
                weight(preferences, "x-gzip").orElse(0));
        // Plain is acceptable even unnamed, but only a wish when named.
        double identity = weight(preferences, "identity").orElse(0);
        return gzip > 0 && gzip >= identity ? Encoding.GZIP : Encoding.IDENTITY;
    }

    private static OptionalDouble weight(List<Preference> preferences, String coding) {
        return preferences.stream()
                .filter(preference -> preference.value().equals(coding))
                .mapToDouble(Preference::weight)
                .max();
    }

    /** Between equals: the richer of formats that were named, the plainer of those that a wildcard lets through. */
    private static int byRichness(Candidate one, Candidate other) {
        int richer = one.format().compareTo(other.format());
        return one.precision() == Precision.NAMED ? richer : -richer;
    }

    /**
     * What an Accept header says about one format.
     *
     * @param precision how exactly the format was named; the most precise range alone decides the weight
     */
    private record Candidate(Format format, Precision precision, double weight) {
        private static final Comparator<Candidate> BY_PRECISION =
                Comparator.comparing(Candidate::precision).thenComparingDouble(Candidate::weight);

        static Candidate of(Format format, List<Preference> preferences) {
            return preferences.stream()
                    .map(range -> new Candidate(format, format.namedBy(range), range.weight()))
                    .filter(candidate -> candidate.precision() != Precision.NONE)
                    .max(BY_PRECISION)
                    .orElse(new Candidate(format, Precision.NONE, 0));
        }
    }
}
