package io.github.ticryptexporter.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What it costs to poll and serve a site: one column for each scale. */
final class SiteCost {

    private static final int LOAD_SECONDS = 8;
    private static final String NOTHING = "-";

    private final Workspace workspace;
    private final int rounds;
    private final int seriesLimit;

    /** @param rounds of polls that are averaged, after as many that warm up */
    SiteCost(Workspace workspace, int rounds, int seriesLimit) {
        this.workspace = workspace;
        this.rounds = rounds;
        this.seriesLimit = seriesLimit;
    }

    /** @param heaps the value of {@code -Xmx} for each scale */
    Table run(List<Double> scales, List<String> heaps) {
        if (heaps.size() < scales.size()) {
            throw new IllegalArgumentException("expected a heap for each scale, but was " + heaps);
        }
        List<Map<String, String>> columns = IntStream.range(0, scales.size())
                .mapToObj(i -> column(scales.get(i), heaps.get(i)))
                .toList();
        List<String> heads = new ArrayList<>(List.of("scale"));
        scales.forEach(scale -> heads.add(Quantity.count(scale)));
        Table table = new Table(heads.toArray(String[]::new));
        columns.stream().flatMap(column -> column.keySet().stream()).distinct().forEach(figure -> {
            List<String> row = new ArrayList<>(List.of(figure));
            columns.forEach(column -> row.add(column.getOrDefault(figure, NOTHING)));
            table.add(row);
        });
        return table;
    }

    private Map<String, String> column(double scale, String heap) {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("`-Xmx`", heap);
        DaemonSettings settings = new DaemonSettings(heap, Rounds.interval(scale), "strict", seriesLimit);
        try (Site site = Site.start(workspace, scale);
                Daemon daemon = Daemon.start(workspace, site, settings)) {
            measure(daemon, figures);
        } catch (RunningProcess.EndedException e) {
            figures.put("ended", e.getMessage());
        }
        return figures;
    }

    private void measure(Daemon daemon, Map<String, String> figures) {
        daemon.awaitFirstRound();
        Duration first = daemon.process().cpu();
        sizes(daemon.scrape(), figures);
        new Rounds(daemon).await(rounds);
        Duration later = new Rounds(daemon).cpu(rounds);
        figures.put("processor time, start and first round", Quantity.time(first));
        figures.put("processor time, each later round", Quantity.time(later));
        double answers = daemon.scrape().sum("ticrypt_response_bytes");
        figures.put("answers per second of processor time", Quantity.bytes(answers / later.toNanos() * 1e9));
        memory(daemon, figures);
    }

    private static void sizes(Exposition exposition, Map<String, String> figures) {
        Map.of("VMs", "vms", "drives", "drives", "teams", "teams", "users", "users").entrySet().stream()
                .sorted(Map.Entry.<String, String>comparingByKey().reversed())
                .forEach(entry -> figures.put(
                        entry.getKey(),
                        Quantity.count(exposition.sum("ticrypt_objects", "api=\"" + entry.getValue() + "\""))));
        figures.put("bytes of all answers", Quantity.bytes(exposition.sum("ticrypt_response_bytes")));
        figures.put("series", Quantity.count(exposition.series()));
        figures.put("exposition", Quantity.bytes(exposition.textBytes()));
        figures.put("exposition, gzip", Quantity.bytes(exposition.gzip().length));
    }

    private void memory(Daemon daemon, Map<String, String> figures) {
        figures.put("resident, polling", Quantity.bytes(daemon.process().residentBytes()));
        figures.put("resident after load", afterLoad(daemon));
        figures.put("most resident", Quantity.bytes(daemon.process().mostResidentBytes()));
        daemon.awaitIdle();
        try (ManagedJvm jvm = ManagedJvm.attach(daemon.process())) {
            figures.put("retained heap", Quantity.bytes(jvm.retainedBytes()));
        }
    }

    private String afterLoad(Daemon daemon) {
        Optional<Path> program = Tool.WRK.find();
        if (program.isEmpty()) {
            return Tool.WRK.missing();
        }
        new Wrk(workspace, program.get(), LOAD_SECONDS).on(daemon.metrics(), 2);
        return Quantity.bytes(daemon.process().residentBytes());
    }
}
