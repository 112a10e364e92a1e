package io.github.ticryptexporter.history;

/** What goes wrong on a site. What is undone at the end, is undone wholly. */
public interface Act {
    /** Once, when it begins. */
    default void begin(WatchedSite site) throws Exception {}

    /** Before each scrape, the first included: what motion would mend is broken again. */
    default void goOn(WatchedSite site) throws Exception {}

    /** Once, when it is over. */
    default void end(WatchedSite site) throws Exception {}
}
