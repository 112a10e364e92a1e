package io.github.ticryptexporter.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.metrics.ExposedFamily;
import io.github.ticryptexporter.metrics.SmallSite;
import io.prometheus.metrics.expositionformats.generated.com_google_protobuf_4_35_0.Metrics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the format and the encoding: the same series with the same bits, and as client_java writes them. */
final class SameSamplesTest {
    private static final List<ExposedFamily> FAMILIES = Stream.concat(
                    SmallSite.families().stream(), OddFamilies.all().stream())
            .toList();
    private static final SeriesValues EXPECTED = SeriesValues.of(FAMILIES);

    private final Exposition exposition = new Exposition(OddFamilies::all, System::nanoTime);

    @BeforeEach
    void publish() {
        exposition.publish(SmallSite.families(), SmallSite::families);
    }

    @ParameterizedTest
    @EnumSource
    void weReadWhatWasMeant(Format format) throws IOException {
        for (Encoding encoding : Encoding.values()) {
            Body body = scrape(format, encoding);
            assertEquals(format.contentType(), body.contentType());
            assertEquals(encoding.header(), body.contentEncoding());
            assertEquals(EXPECTED, read(format, Bodies.plain(body)), encoding::toString);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theWritersOfClientJavaSayTheSame(Format format) throws IOException {
        assertEquals(EXPECTED, read(format, ClientJava.written(format, FAMILIES)));
    }

    @Test
    void protobufHasTheNamesOfTextAndTheUnitsOfOpenMetrics() throws IOException {
        List<String> expected = FAMILIES.stream()
                .map(family -> String.join(
                        "|", family.name(), family.help(), family.unit().orElse("")))
                .toList();

        assertEquals(
                expected,
                GeneratedParser.families(Bodies.plain(scrape(Format.PROTOBUF, Encoding.GZIP))).stream()
                        .map(SameSamplesTest::described)
                        .toList());
    }

    private Body scrape(Format format, Encoding encoding) {
        return exposition.scrape(new ScrapeRequest(format.contentType(), encoding.header(), Set.of()));
    }

    private static String described(Metrics.MetricFamily family) {
        return String.join("|", family.getName(), family.getHelp(), family.getUnit());
    }

    private static SeriesValues read(Format format, byte[] body) throws IOException {
        return switch (format) {
            case TEXT_0_0_4, TEXT_1_0_0 -> read(LineGrammar.TEXT, body);
            case OPENMETRICS_1_0_0 -> read(LineGrammar.OPENMETRICS, body);
            case PROTOBUF -> GeneratedParser.samples(body);
        };
    }

    private static SeriesValues read(LineGrammar grammar, byte[] body) throws IOException {
        SeriesValues all = new SeriesValues();
        new StrictReader(grammar, sample -> all.add(sample.name(), sample.labels(), sample.value()))
                .read(new ByteArrayInputStream(body));
        return all;
    }
}
