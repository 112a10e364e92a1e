package io.github.ticryptexporter.history;

import io.github.ticryptexporter.simulator.wire.Fleet;
import java.util.function.BiConsumer;

/** Ways to make an act of what one line says. */
final class Acts {
    private Acts() {}

    /** Something that is done at the beginning and undone at the end. */
    static Act between(Step begin, Step end) {
        return new Act() {
            @Override
            public void begin(WatchedSite site) throws Exception {
                begin.take(site);
            }

            @Override
            public void end(WatchedSite site) throws Exception {
                end.take(site);
            }
        };
    }

    /** A state of the fleet that is held against its motion, and how to leave it. */
    static Act held(BiConsumer<WatchedSite, Fleet> hold, BiConsumer<WatchedSite, Fleet> release) {
        return new Act() {
            @Override
            public void goOn(WatchedSite site) {
                site.edit(fleet -> hold.accept(site, fleet));
            }

            @Override
            public void end(WatchedSite site) {
                site.edit(fleet -> release.accept(site, fleet));
            }
        };
    }

    /** What is done to a site. */
    interface Step {
        void take(WatchedSite site) throws Exception;
    }
}
