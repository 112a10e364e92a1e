package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticryptexporter.oracle.OracleSettings.Privacy;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Section 6, projects. */
final class ProjectSection {
    private final Site site;
    private final Series series;

    ProjectSection(Site site, Series series) {
        this.site = site;
        this.series = series;
    }

    void add() {
        site.projects().ifPresent(answer -> addProjects(answer.elements()));
        if (site.projects().isPresent() && site.everyProjectIsAnswered() && site.holdsInEveryRealm("vms")) {
            addProjectsWithVms(site.projects().get().elements());
        }
    }

    private void addProjects(List<JsonNode> projects) {
        long subs = projects.stream()
                .filter(project -> Json.text(project, "parent").isPresent())
                .count();
        series.put("ticrypt_projects", projects.size() - subs, "kind", "root");
        series.put("ticrypt_projects", subs, "kind", "sub");
        if (site.settings().atLeast(Privacy.NAMED)) {
            addSecurityLevels(projects);
        }
    }

    /**
     * Ambiguous: a project without a level is {@code unknown}; nothing bounds the number of levels; what is shown of one is
     * what is shown of a name.
     */
    private void addSecurityLevels(List<JsonNode> projects) {
        Map<String, Integer> levels = new TreeMap<>();
        projects.forEach(project -> levels.merge(
                TeamSection.cleaned(Json.text(project, "securityLevel").orElse("unknown")), 1, Integer::sum));
        levels.forEach(
                (level, count) -> series.put("ticrypt_projects_by_security_level", count, "security_level", level));
    }

    /**
     * Ambiguous: a name that no project has is no project, so that the family needs the projects, too; those that a
     * look-up found count, and while one is not answered there is no count.
     */
    private void addProjectsWithVms(List<JsonNode> projects) {
        Set<String> existing = new HashSet<>();
        projects.forEach(project -> existing.add(Json.id(project)));
        site.raw().projects().forEach((id, found) -> {
            if (found) {
                existing.add(id);
            }
        });
        long named = site.everyVm().stream()
                .flatMap(vm -> Json.text(vm, "project").stream())
                .filter(existing::contains)
                .distinct()
                .count();
        series.put("ticrypt_projects_with_vms", named);
    }
}
