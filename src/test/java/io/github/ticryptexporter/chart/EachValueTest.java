package io.github.ticryptexporter.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each value changes something, is in the schema, and nothing else is. */
class EachValueTest {
    static final List<Effect> EFFECTS = Effect.all();

    /** What there is without the value, by what is given. */
    private static final Map<String, Outcome> WITHOUT = new HashMap<>();

    @ParameterizedTest
    @FieldSource("EFFECTS")
    void aValueDoesWhatItSays(Effect effect) {
        assertFalse(
                effect.isSeenIn(WITHOUT.computeIfAbsent(effect.given(), given -> outcome(given))
                        .at(effect.place())),
                "it is there without the value, too");
        JsonNode found = outcome(effect.given(), effect.change()).at(effect.place());
        assertTrue(effect.isSeenIn(found), () -> "expected " + effect.becomes() + ", but was " + found);
    }

    /** Either what is rendered or why nothing is. */
    private record Outcome(
            @Nullable Rendered rendered, @Nullable Refusal refusal) {
        JsonNode at(Effect.Place place) {
            if (place.kind().equals("refusal")) {
                return refusal == null ? MissingNode.getInstance() : TextNode.valueOf(refusal.key());
            }
            return rendered == null ? MissingNode.getInstance() : place.in(rendered);
        }
    }

    private static Outcome outcome(String... values) {
        try {
            return new Outcome(Chart.render(values), null);
        } catch (Refusal refusal) {
            return new Outcome(null, refusal);
        }
    }

    @Test
    void everyValueHasAnEffectHere() {
        assertEquals(
                Values.leaves(), EFFECTS.stream().map(Effect::value).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void theSchemaHasEveryValueAndTheValuesEverythingOfTheSchema() {
        assertEquals(Values.leaves(), Values.present());
    }

    @Test
    void aParentChartMaySwitchItOnAndShareValues() {
        assertEquals(
                Chart.render("").names(),
                Chart.render("enabled: true\nglobal: { ofTheParent: 1 }").names());
    }
}
