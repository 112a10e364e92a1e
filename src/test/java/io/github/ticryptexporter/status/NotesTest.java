package io.github.ticryptexporter.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.metrics.SmallSite;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is worth a note, and what the exporter says of itself. */
class NotesTest {

    private static final String NOTES = "//ul[@class='notes']/li";
    private static final String FACTS = "//dl/dd";

    @Test
    void withEverythingInOrderThereIsNothingToNote() {
        assertEquals(List.of(), Pages.of(FleetSnapshot.EMPTY).page().texts(NOTES));
        assertEquals(
                List.of(
                        "0 % 0 of 200,000, 0 %; nothing is folded",
                        "good: the configuration in force is of 2026-03-01 11:58:30 UTC, 90 s ago",
                        "no",
                        "named",
                        "1.2.3"),
                Pages.of(FleetSnapshot.EMPTY).page().texts(FACTS));
    }

    @Test
    void aRefusedConfigurationIsNoted() {
        Pages page = Pages.of(FleetSnapshot.EMPTY).refused();
        assertEquals(
                List.of("The latest configuration was refused, and the one before stays in force. The log says why."),
                page.page().texts(NOTES));
        assertEquals(
                "refused; in force is the configuration of 2026-03-01 11:58:30 UTC, 90 s ago",
                page.page().texts(FACTS).get(1));
    }

    @Test
    void whatEverybodyCanReadIsNoted() {
        Pages page = Pages.of(FleetSnapshot.EMPTY).open();
        assertEquals(
                List.of("Everybody who reaches this exporter can read it: it is served beyond this machine without TLS"
                        + " and authentication, as web.allow-open has it."),
                page.page().texts(NOTES));
        assertEquals(
                "yes, beyond this machine without TLS and authentication",
                page.page().texts(FACTS).get(2));
    }

    @Test
    void whatTheBudgetTakesIsNoted() {
        Pages page = Pages.of(SmallSite.fleet()).within(180);
        String note = page.page().texts(NOTES).get(0);
        assertTrue(
                note.startsWith(
                        "The fleet has more series than limits.series allows: teams that take least are summed"),
                note);
        String series = page.page().texts(FACTS).get(0);
        assertTrue(series.contains(" of 180, ") && series.contains("summed as \"other\""), series);
    }

    @Test
    void eachMissingTokenIsNotedWithItsCost() {
        List<String> notes = Pages.of(FleetSnapshot.EMPTY)
                .without(TokenKind.USER, TokenKind.PROJECT)
                .page()
                .texts(NOTES);
        assertEquals(2, notes.size());
        assertTrue(
                notes.get(0)
                        .startsWith(
                                "No project token is configured, and this is not exposed: projects, and references"),
                notes::toString);
        assertTrue(notes.get(1).endsWith(" metric families."), notes::toString);
    }

    @Test
    void aMissingInventoryIsNoted() {
        assertEquals(
                List.of(
                        "No inventory is configured: host saturation is not watched. List the hosts under inventory.hosts."),
                Pages.of(FleetSnapshot.EMPTY).withoutInventory().page().texts(NOTES));
    }
}
