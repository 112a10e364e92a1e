package io.github.ticryptexporter.metrics;

import io.github.ticryptexporter.fleet.Api;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every family there is, in the order of the contract; exposed they are by name. */
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
                    IdentityMetrics.families())
            .flatMap(List::stream)
            .toList();

    private static final List<Family> ABOUT_OBJECTS = ObjectMetrics.families();

    private static final List<Family> ALL = Stream.of(ABOUT_THE_EXPORTER, ABOUT_THE_FLEET, ABOUT_OBJECTS)
            .flatMap(List::stream)
            .toList();

    private Catalogue() {}

    /** All families. */
    public static List<Family> all() {
        return ALL;
    }

    /** The families that are shown at this level. */
    static List<Family> shownAt(PrivacyLevel level) {
        return ALL.stream().filter(family -> level.shows(family.privacy())).toList();
    }

    /** Those of them that can come about at a site that reads these routes: a provider that is not read is not missed. */
    static List<Family> shownAt(PrivacyLevel level, Set<Api> read) {
        return shownAt(level).stream().filter(family -> family.isPossible(read)).toList();
    }

    /** Whether the family is about the exporter and its polls: its series count against no budget. */
    static boolean isAboutTheExporter(Family family) {
        return ABOUT_THE_EXPORTER.contains(family);
    }

    /** Whether the family sums up the fleet. */
    static boolean isAboutTheFleet(Family family) {
        return ABOUT_THE_FLEET.contains(family);
    }

    /** Whether the family is about VMs and drives one by one. */
    static boolean isAboutObjects(Family family) {
        return ABOUT_OBJECTS.contains(family);
    }
}
