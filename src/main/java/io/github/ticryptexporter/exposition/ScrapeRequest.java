package io.github.ticryptexporter.exposition;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a scraper asks for.
 *
 * @param accept the Accept header; empty when it was not sent
 * @param acceptEncoding the Accept-Encoding header; empty when it was not sent
 * @param names the families wanted; empty for all, as are blank ones
 */
public record ScrapeRequest(String accept, String acceptEncoding, Set<String> names) {

    /** Everything, as plain text 0.0.4. */
    public static final ScrapeRequest PLAIN = new ScrapeRequest("", "", Set.of());

    public ScrapeRequest {
        names = names.stream().filter(name -> !name.isBlank()).collect(Collectors.toUnmodifiableSet());
    }
}
