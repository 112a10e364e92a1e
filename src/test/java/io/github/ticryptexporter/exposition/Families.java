package io.github.ticryptexporter.exposition;

import io.github.ticryptexporter.metrics.ExposedFamily;
import io.github.ticryptexporter.metrics.FamilyType;
import io.github.ticryptexporter.metrics.Rows;
import java.util.List;

/** Small made-up families of each type that the exporter has. */
public final class Families {
    private Families() {}

    /** A gauge, a counter and an info. */
    public static List<ExposedFamily> ofAFleet() {
        Rows drives = new Rows();
        drives.set(3.0, "libvirt", "Ready");
        drives.set(0.0, "libvirt", "ReadWrite");
        Rows failures = new Rows();
        failures.set(2.0, "drives", "timeout");
        Rows teams = new Rows();
        teams.set(1.0, "Te\"am\\-0042\né", "t-0042");
        return List.of(
                family("ticrypt_drives", FamilyType.GAUGE, "Drives by state, as polled.", drives, "realm", "state"),
                family(
                        "ticrypt_poll_failures_total",
                        FamilyType.COUNTER,
                        "Failed attempts since the start.",
                        failures,
                        "api",
                        "reason"),
                family("ticrypt_team_info", FamilyType.INFO, "Names of teams, as polled.", teams, "name", "team"));
    }

    /** As many samples as asked for in each of two families, all with the value of this generation. */
    public static List<ExposedFamily> ofGeneration(int generation, int samples) {
        return List.of(
                generation("ticrypt_first", generation, samples), generation("ticrypt_second", generation, samples));
    }

    /** What a registry says about the process. */
    public static List<ExposedFamily> ofTheExporter() {
        Rows threads = new Rows();
        threads.set(17.0);
        return List.of(family("jvm_threads_live_threads", FamilyType.GAUGE, "Live threads.", threads));
    }

    private static ExposedFamily generation(String name, int generation, int samples) {
        Rows rows = new Rows();
        for (int i = 0; i < samples; i++) {
            rows.set((double) generation, Integer.toString(i));
        }
        return family(name, FamilyType.GAUGE, "The generation.", rows, "sample");
    }

    static ExposedFamily family(String name, FamilyType type, String help, Rows rows, String... labels) {
        return new ExposedFamily(name, type, help, List.of(labels), rows.samples());
    }
}
