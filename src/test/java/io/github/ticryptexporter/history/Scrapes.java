package io.github.ticryptexporter.history;

import java.io.IOException;
import java.util.Map;

/** What a Prometheus would keep of its scrapes. */
public interface Scrapes {

    /** Keeps the samples of an exposition in text format, but for those that are written in their place. */
    void scrape(int minute, String exposition, Map<String, Double> written) throws IOException;

    /** Keeps one sample of a series that has all its labels. */
    void put(int minute, String series, double value) throws IOException;
}
