package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.metrics.Family.gauge;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.LookedUp;
import io.github.ticryptexporter.fleet.ProjectInfo;
import io.github.ticryptexporter.fleet.VmInfo;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Projects, counted; none is named at any level. */
final class ProjectMetrics {

    private static final Set<Api> PROJECTS = Set.of(Api.PROJECTS);

    /** Sites have a handful of levels: a bound against a broken backend, which no site should meet. */
    private static final int COMMONEST_LEVELS = 100;

    private ProjectMetrics() {}

    static List<Family> families() {
        return List.of(
                gauge("ticrypt_projects", "Projects in the latest poll, by whether they have a parent.")
                        .labels("kind")
                        .from("ProjectInfo.parent")
                        .site(PROJECTS, ProjectMetrics::byKind)
                        .build(),
                gauge(
                                "ticrypt_projects_with_vms",
                                "Polled projects that VMs listed in the latest poll of any realm name.")
                        .from("ProjectInfo.id, VirtualMachine.project")
                        .site(Set.of(Api.PROJECTS, Api.PROJECT, Api.VMS), ProjectMetrics::withVms)
                        .build(),
                gauge(
                                "ticrypt_projects_by_security_level",
                                "Projects in the latest poll by required security level, the hundred commonest and the rest.")
                        .labels("security_level")
                        .from("ProjectInfo.securityLevel")
                        .onlyAt(PrivacyLevel.NAMED)
                        .site(PROJECTS, ProjectMetrics::bySecurityLevel)
                        .build());
    }

    private static void byKind(Picture picture, Rows rows) {
        List<ProjectInfo> projects = picture.projects();
        long subs = projects.stream().filter(ProjectInfo::isSub).count();
        rows.set(projects.size() - subs, "root");
        rows.set(subs, "sub");
    }

    /** A project that the list lacks counts where the look-up found it; an id without a project is a dangling one. */
    private static void withVms(Picture picture, Rows rows) {
        Stream<String> listed = picture.projects().stream().map(ProjectInfo::id);
        Stream<String> found = picture.fleet().lookedUpProjects().stream()
                .filter(answer -> answer.found() != null)
                .map(LookedUp::id);
        Set<String> projects = Stream.concat(listed, found).collect(Collectors.toSet());
        Stream<VmInfo> vms = picture.fleet().realms().stream().flatMap(realm -> picture.vms(realm).stream());
        Stream<String> named = vms.map(VmInfo::project).filter(Objects::nonNull);
        rows.set(named.distinct().filter(projects::contains).count());
    }

    private static void bySecurityLevel(Picture picture, Rows rows) {
        List<String> levels = picture.projects().stream()
                .map(project -> DisplayName.of(project.securityLevel()))
                .map(level -> level.isEmpty() ? "unknown" : level)
                .toList();
        Commonest.of(levels, COMMONEST_LEVELS).forEach((level, projects) -> rows.add(projects, level));
    }
}
