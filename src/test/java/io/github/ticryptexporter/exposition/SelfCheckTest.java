package io.github.ticryptexporter.exposition;

import static io.github.ticryptexporter.exposition.Families.family;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.metrics.ExposedFamily;
import io.github.ticryptexporter.metrics.FamilyType;
import io.github.ticryptexporter.metrics.Rows;
import io.github.ticryptexporter.metrics.SmallSite;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Publishes that are read back before anyone sees them. */
final class SelfCheckTest {
    private static final ExpositionSettings CHECKED = new ExpositionSettings(true);

    private final Exposition exposition = new Exposition(CHECKED, Families::ofTheExporter, System::nanoTime);

    @Test
    void whatIsWholeIsPublished() {
        publish(SmallSite.families());
        publish(OddFamilies.all());

        assertTrue(Bodies.text(exposition.scrape(ScrapeRequest.PLAIN)).contains("# TYPE odd_numbers gauge\n"));
    }

    @Test
    void whatWasPublishedBeforeStaysWhereTheNextIsDamaged() {
        publish(Families.ofAFleet());
        String before = Bodies.text(exposition.scrape(ScrapeRequest.PLAIN));

        DamagedExpositionException damage =
                assertThrows(DamagedExpositionException.class, () -> publish(twoHostsAsOne()));

        assertEquals("line 4, in ticrypt_host_vms: a second sample of one series", withoutFormat(damage));
        assertEquals(before, Bodies.text(exposition.scrape(ScrapeRequest.PLAIN)));
    }

    /** Whoever scrapes in whichever form: the lines are checked, and protobuf comes from the same families. */
    @ParameterizedTest
    @EnumSource
    void damageIsFoundWhateverIsScraped(Format format) {
        exposition.scrape(new ScrapeRequest(format.contentType(), "gzip", Set.of()));
        exposition.scrape(new ScrapeRequest(format.contentType(), "", Set.of()));

        assertThrows(DamagedExpositionException.class, () -> publish(twoHostsAsOne()));
    }

    @Test
    void aFamilyThatTheExporterHasTooIsDamage() {
        DamagedExpositionException damage =
                assertThrows(DamagedExpositionException.class, () -> publish(Families.ofTheExporter()));

        assertEquals("line 4, in jvm_threads_live_threads: a family for the second time", withoutFormat(damage));
    }

    @Test
    void aNameThatIsNoneIsDamage() {
        DamagedExpositionException damage = assertThrows(
                DamagedExpositionException.class,
                () -> publish(List.of(family("ticrypt-vms", FamilyType.GAUGE, "VMs.", one()))));

        assertEquals("line 1: expected ' '", withoutFormat(damage));
    }

    @Test
    void withoutTheCheckBytesAreTrusted() {
        Exposition trusting = new Exposition(List::of, System::nanoTime);
        trusting.publish(twoHostsAsOne(), SelfCheckTest::twoHostsAsOne);

        assertEquals("""
                # HELP ticrypt_host_vms VMs by host.
                # TYPE ticrypt_host_vms gauge
                ticrypt_host_vms{host="h-?"} 1
                ticrypt_host_vms{host="h-?"} 2
                """, Bodies.text(trusting.scrape(ScrapeRequest.PLAIN)));
    }

    private void publish(List<ExposedFamily> families) {
        exposition.publish(families, () -> families);
    }

    /** Halves of surrogate pairs, which no encoding can tell apart. */
    private static List<ExposedFamily> twoHostsAsOne() {
        Rows rows = new Rows();
        rows.set(1.0, "h-\ud83d");
        rows.set(2.0, "h-\ud83e");
        return List.of(family("ticrypt_host_vms", FamilyType.GAUGE, "VMs by host.", rows, "host"));
    }

    private static Rows one() {
        Rows rows = new Rows();
        rows.set(1.0);
        return rows;
    }

    /** Which of the formats is read first does not matter. */
    private static String withoutFormat(DamagedExpositionException damage) {
        return String.valueOf(damage.getMessage()).replaceFirst("^(text|OpenMetrics), ", "");
    }
}
