package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.metrics.Family.gauge;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.ProjectInfo;
import io.github.ticryptexporter.fleet.VmInfo;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
                                "Projects in the latest poll that VMs listed in the latest poll of any realm name.")
                        .from("ProjectInfo.id, VirtualMachine.project")
                        .site(Set.of(Api.PROJECTS, Api.VMS), ProjectMetrics::withVms)
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

    /** An id that is in no list names no project; such references are counted as dangling. */
    private static void withVms(Picture picture, Rows rows) {
        Set<String> named = picture.fleet().realms().stream()
                .flatMap(realm -> picture.vms(realm).stream())
                .filter(vm -> vm.project() != null)
                .map(VmInfo::project)
                .collect(Collectors.toSet());
        rows.set(picture.projects().stream()
                .filter(project -> named.contains(project.id()))
                .count());
    }

    private static void bySecurityLevel(Picture picture, Rows rows) {
        List<String> levels = picture.projects().stream()
                .map(project -> DisplayName.of(project.securityLevel()))
                .map(level -> level.isEmpty() ? "unknown" : level)
                .toList();
        Commonest.of(levels, COMMONEST_LEVELS).forEach((level, projects) -> rows.add(projects, level));
    }
}
