package io.github.ticryptexporter.api;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The headers that carry a time; one that cannot be read counts as not sent. */
final class HttpDates {
    private HttpDates() {}

    static Optional<Instant> date(HttpHeaders headers) {
        return headers.firstValue("Date").flatMap(HttpDates::parsed);
    }

    /** {@code Retry-After}, in seconds or as a date; never negative. */
    static Optional<Duration> retryAfter(HttpHeaders headers, Instant now) {
        return headers.firstValue("Retry-After").flatMap(value -> retryAfter(value.strip(), now));
    }

    private static Optional<Duration> retryAfter(String value, Instant now) {
        if (value.matches("\\d+")) {
            return Optional.of(Duration.ofSeconds(value.length() > 9 ? Integer.MAX_VALUE : Long.parseLong(value)));
        }
        return parsed(value).map(at -> at.isBefore(now) ? Duration.ZERO : Duration.between(now, at));
    }

    private static Optional<Instant> parsed(String value) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
