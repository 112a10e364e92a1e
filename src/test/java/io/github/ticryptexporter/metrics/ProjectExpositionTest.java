package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.testing.Fleets.REALM;
import static io.github.ticryptexporter.testing.Vms.vm;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.LookedUp;
import io.github.ticryptexporter.fleet.ProjectInfo;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.testing.Snapshots;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProjectExpositionTest {

    private static final ProjectInfo ROOT = new ProjectInfo("proj|root", false, "cui");
    private static final ProjectInfo SUB = new ProjectInfo("proj|sub", true, "cui");

    @Test
    void bothKindsAreThereFromZero() {
        assertEquals("""
                ticrypt_projects{kind="root"} 0
                ticrypt_projects{kind="sub"} 0
                """, Exposed.of(Snapshots.knowing().projects().made()).samples("ticrypt_projects"));
        assertEquals(
                """
                ticrypt_projects{kind="root"} 1
                ticrypt_projects{kind="sub"} 1
                """, Exposed.of(Snapshots.knowing().projects(ROOT, SUB).made()).samples("ticrypt_projects"));
    }

    @Test
    void aProjectThatSeveralVmsOfSeveralRealmsNameCountsOnce() {
        var fleet = Snapshots.knowing(REALM, "libvirt2")
                .vms(
                        REALM,
                        vm("a").project("proj|root").made(),
                        vm("b").project("proj|gone").made(),
                        vm("c").made())
                .vms("libvirt2", vm("d").project("proj|root").made())
                .projects(ROOT, SUB)
                .made();
        assertEquals("""
                ticrypt_projects_with_vms 1
                """, Exposed.of(fleet).samples("ticrypt_projects_with_vms"));
    }

    @Test
    void aProjectThatTheListLacksCountsOnceTheLookUpHasFoundIt() {
        var fleet = Snapshots.knowing(REALM)
                .vms(
                        REALM,
                        vm("a").project("proj|new").made(),
                        vm("b").project("proj|gone").made())
                .projects(ROOT)
                .answered(
                        SourceId.site(Api.PROJECT),
                        List.of(
                                new LookedUp<>("proj|new", new ProjectInfo("", false, "")),
                                new LookedUp<>("proj|gone", null)))
                .made();
        assertEquals("""
                ticrypt_projects_with_vms 1
                """, Exposed.of(fleet).samples("ticrypt_projects_with_vms"));
    }

    @Test
    void securityLevelsAreShownFromLevelNamedOn() {
        var fleet = Snapshots.knowing()
                .projects(
                        ROOT, SUB, new ProjectInfo("proj|a", false, "itar\u0007"), new ProjectInfo("proj|b", false, ""))
                .made();
        assertEquals("", Exposed.of(fleet).samples("ticrypt_projects_by_security_level"));
        assertEquals("""
                ticrypt_projects_by_security_level{security_level="cui"} 2
                ticrypt_projects_by_security_level{security_level="itar"} 1
                ticrypt_projects_by_security_level{security_level="unknown"} 1
                """, Exposed.of(fleet).at(PrivacyLevel.NAMED).samples("ticrypt_projects_by_security_level"));
    }

    @Test
    void aBackendThatMakesUpLevelsWithoutEndDoesNotMakeSeriesWithoutEnd() {
        ProjectInfo[] projects = IntStream.range(0, 105)
                .mapToObj(i -> new ProjectInfo("proj|" + i, false, "level-" + i))
                .toArray(ProjectInfo[]::new);
        String samples = Exposed.of(Snapshots.knowing().projects(projects).made())
                .at(PrivacyLevel.NAMED)
                .samples("ticrypt_projects_by_security_level");
        assertEquals(101, samples.lines().count());
        assertEquals(true, samples.endsWith("{security_level=\"other\"} 5\n"));
    }
}
