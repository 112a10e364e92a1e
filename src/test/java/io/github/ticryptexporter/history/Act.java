package io.github.ticryptexporter.history;

import java.util.Map;

/** What goes wrong on a site. What is undone at the end, is undone wholly. */
public interface Act {
    /** Labels of whom this happens to on that site; an alert that has one of them is about it only with this value. */
    default Map<String, String> concerned(WatchedSite site) {
        return Map.of();
    }

    /** Once, when it begins. */
    default void begin(WatchedSite site) throws Exception {}

    /** Before each scrape, the first included: what motion would mend is broken again. */
    default void goOn(WatchedSite site) throws Exception {}

    /** Once, when it is over. */
    default void end(WatchedSite site) throws Exception {}
}
