package io.github.ticryptexporter.metrics;

import io.github.ticryptexporter.fleet.Api;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every family there is, in the order of the contract; the client library exposes them by name. */
final class Catalogue {

    private static final List<Family> ABOUT_THE_EXPORTER = Stream.of(
                    SourceMetrics.families(), LookUpMetrics.families(), ExporterMetrics.families())
            .flatMap(List::stream)
            .toList();

    private static final List<Family> ABOUT_THE_FLEET = Stream.of(
                    CoverageMetrics.families(),
                    VmMetrics.families(),
                    HostMetrics.families(),
                    ConfigMetrics.families(),
                    ImageMetrics.families(),
                    DriveMetrics.families(),
                    TeamMetrics.families(),
                    QuotaMetrics.families(),
                    ProjectMetrics.families(),
                    UserMetrics.families(),
                    OwnerMetrics.families(),
                    IdentityMetrics.families(),
                    ObjectMetrics.families())
            .flatMap(List::stream)
            .toList();

    private Catalogue() {}

    /** All families. */
    public static List<Family> all() {
        return Stream.concat(ABOUT_THE_EXPORTER.stream(), ABOUT_THE_FLEET.stream())
                .toList();
    }

    /** The families that are shown at this level. */
    static List<Family> shownAt(PrivacyLevel level) {
        return all().stream().filter(family -> level.shows(family.privacy())).toList();
    }

    /** Those of them that can come about at a site that reads these routes: a provider that is not read is not missed. */
    static List<Family> shownAt(PrivacyLevel level, Set<Api> read) {
        return shownAt(level).stream().filter(family -> family.isPossible(read)).toList();
    }

    /** Whether the family's series count against the budget. */
    static boolean isAboutTheFleet(Family family) {
        return ABOUT_THE_FLEET.contains(family);
    }
}
