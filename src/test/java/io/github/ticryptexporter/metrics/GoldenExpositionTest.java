package io.github.ticryptexporter.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.Source;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.testing.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The whole exposition of one made-up site, as it stands in {@code src/test/resources/expositions}. A change of what is
 * exposed shows there: run this test with {@code -Dexpositions.update=true}, then read the difference before committing it.
 */
class GoldenExpositionTest {

    private static final Path FOLDER = Path.of("src/test/resources/expositions");

    @Test
    void aSmallSiteInTextFormat() throws IOException {
        assertGolden("small-site.txt", SmallSite.exposed().text());
    }

    @Test
    void aSmallSiteInOpenMetrics() throws IOException {
        assertGolden("small-site.openmetrics.txt", SmallSite.exposed().openMetrics());
    }

    @Test
    void whatLevelDetailedAddsToLevelStrict() throws IOException {
        Set<String> strict = SmallSite.exposed().text().lines().collect(Collectors.toSet());
        String added = SmallSite.exposed()
                .at(PrivacyLevel.DETAILED)
                .text()
                .lines()
                .filter(Predicate.not(strict::contains))
                .collect(Collectors.joining("\n", "", "\n"));
        assertGolden("small-site.added-by-detailed.txt", added);
    }

    @Test
    void aSiteThatHasNotAnsweredYet() throws IOException {
        FleetSnapshot fleet = Snapshots.knowing().made();
        for (SourceId id : List.of(SourceId.site(Api.DRIVES), SourceId.site(Api.TEAMS))) {
            fleet = fleet.with(Source.unread(id)).withTally(id.api(), tally -> tally);
        }
        assertGolden("before-the-first-answer.txt", Exposed.of(fleet).text());
    }

    private static void assertGolden(String file, String actual) throws IOException {
        Path golden = FOLDER.resolve(file);
        if (Boolean.getBoolean("expositions.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, actual);
        }
        assertEquals(Files.readString(golden), actual, () -> "differs from " + golden);
    }
}
