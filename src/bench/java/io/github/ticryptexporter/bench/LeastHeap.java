package io.github.ticryptexporter.bench;

import java.util.List;
import org.awaitility.core.ConditionTimeoutException;

/** The smallest {@code -Xmx} with which a site is polled three times, published and served. */
final class LeastHeap {

    private static final int LATER_ROUNDS = 2;
    private static final List<Integer> MEBIBYTES = List.of(
            16, 20, 24, 28, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 448, 512, 640, 768,
            1024, 1536, 2048);

    private final Workspace workspace;
    private final int seriesLimit;

    LeastHeap(Workspace workspace, int seriesLimit) {
        this.workspace = workspace;
        this.seriesLimit = seriesLimit;
    }

    Table run(List<Double> scales) {
        Table table = new Table("scale", "least `-Xmx`", "most resident with it", "least without success");
        scales.forEach(scale -> {
            try (Site site = Site.start(workspace, scale)) {
                search(site, scale, table);
            }
        });
        return table;
    }

    private void search(Site site, double scale, Table table) {
        int tooSmall = -1;
        int enough = MEBIBYTES.size();
        long resident = 0;
        while (enough - tooSmall > 1) {
            int tried = (tooSmall + enough) / 2;
            long most = mostResident(site, scale, MEBIBYTES.get(tried));
            if (most > 0) {
                enough = tried;
                resident = most;
            } else {
                tooSmall = tried;
            }
        }
        table.add(Quantity.count(scale), heap(enough), Quantity.bytes(resident), heap(tooSmall));
    }

    private static String heap(int index) {
        return index >= 0 && index < MEBIBYTES.size() ? MEBIBYTES.get(index) + "m" : "none of those tried";
    }

    /** 0 when the heap is too small. */
    private long mostResident(Site site, double scale, int mebibytes) {
        DaemonSettings settings = new DaemonSettings(mebibytes + "m", Rounds.interval(scale), "strict", seriesLimit);
        try (Daemon daemon = Daemon.start(workspace, site, settings)) {
            daemon.awaitFirstRound();
            daemon.scrape();
            new Rounds(daemon).await(LATER_ROUNDS);
            Exposition exposition = daemon.scrape();
            boolean whole = exposition.sum("ticrypt_up") == exposition.count("ticrypt_up");
            return whole ? daemon.process().mostResidentBytes() : 0;
        } catch (RunningProcess.EndedException | ConditionTimeoutException e) {
            return 0;
        }
    }
}
