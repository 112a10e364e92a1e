package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A raw site seen through its settings: which realms are known, which of their routes hold data, whose VM is whose.
 *
 * <p>A VM's realm is that of the route which listed it, a drive's is its {@code realmID}. Ambiguous: realm-labelled
 * families have rows for known realms alone, so that a drive of an excluded realm, or of none, has no row there; whatever
 * is counted for the whole site (teams, dangling references) counts it like any other.
 */
final class Site {
    private static final int OWNER_STEPS = 8;

    private final RawSite raw;
    private final OracleSettings settings;
    private final NavigableSet<String> realms = new TreeSet<>();
    private final Map<String, JsonNode> vmsById = new LinkedHashMap<>();

    Site(RawSite raw, OracleSettings settings) {
        this.raw = raw;
        this.settings = settings;
        realms.addAll(settings.realms().include());
        if (settings.realms().discover()) {
            drives().ifPresent(drives -> drives.elements().stream()
                    .flatMap(drive -> Json.text(drive, "realmID").stream())
                    .forEach(realms::add));
        }
        realms.removeAll(settings.realms().exclude());
        everyVm().forEach(vm -> vmsById.putIfAbsent(Json.id(vm), vm));
    }

    RawSite raw() {
        return raw;
    }

    OracleSettings settings() {
        return settings;
    }

    /** The known realms. */
    NavigableSet<String> realms() {
        return realms;
    }

    Optional<RawAnswer> drives() {
        return raw.answer("drives", "");
    }

    Optional<RawAnswer> teams() {
        return raw.answer("teams", "");
    }

    Optional<RawAnswer> projects() {
        return raw.answer("projects", "");
    }

    Optional<RawAnswer> users() {
        return raw.answer("users", "");
    }

    Optional<RawAnswer> vms(String realm) {
        return raw.answer("vms", realm);
    }

    Optional<RawAnswer> configs(String realm) {
        return raw.answer("vm_configs", realm);
    }

    Optional<RawAnswer> images(String realm) {
        return raw.answer("vm_images", realm);
    }

    /** Whether what is computed from this route for the whole site may be shown: never without any known realm. */
    boolean holdsInEveryRealm(String api) {
        return !realms.isEmpty()
                && realms.stream().allMatch(realm -> raw.answer(api, realm).isPresent());
    }

    /** The listed VMs of all known realms. */
    List<JsonNode> everyVm() {
        return everywhere("vms");
    }

    /** The configs of all known realms. */
    List<JsonNode> everyConfig() {
        return everywhere("vm_configs");
    }

    /** The drives of one realm; empty also while the drives hold no data. */
    List<JsonNode> drivesOf(String realm) {
        return drives().stream()
                .flatMap(answer -> answer.elements().stream())
                .filter(drive -> Json.text(drive, "realmID").equals(Optional.of(realm)))
                .toList();
    }

    /** The inventory's hosts of one realm, in file order. */
    List<HostEntry> hostsOf(String realm) {
        return settings.placing().hosts().stream()
                .filter(entry -> entry.realm().equals(realm))
                .toList();
    }

    /** Whether any known realm lists a VM of this id. */
    boolean listsVm(String id) {
        return vmsById.containsKey(id);
    }

    /**
     * The user who owns this VM, through the VMs that own it; empty where that stays unresolved.
     *
     * <p>Ambiguous: an absent {@code ownerType} is neither {@code User} nor {@code VM} and leaves the owner unresolved.
     * Eight steps are eight moves from a VM to the VM that owns it.
     */
    Optional<String> ownerOf(JsonNode vm) {
        JsonNode at = vm;
        for (int moves = 0; moves <= OWNER_STEPS && at != null; moves++) {
            Optional<String> owner = Json.text(at, "owner");
            String type = Json.text(at, "ownerType").orElse("");
            if (type.equals("User")) {
                return owner;
            }
            if (!type.equals("VM") || owner.isEmpty()) {
                return Optional.empty();
            }
            at = vmsById.get(owner.get());
        }
        return Optional.empty();
    }

    /** Whether the configuration exempts this VM's brick from quotas. */
    boolean isExempt(JsonNode vm) {
        return Json.text(vm, "brick")
                .filter(settings.exemptions().bricks()::contains)
                .isPresent();
    }

    /** The team's limits, from the list or else from the look-up; a missing node where neither has any. */
    JsonNode teamQuotas(JsonNode team) {
        JsonNode listed = team.path("teamQuotas");
        return listed.isObject()
                ? listed
                : raw.teamQuotas().getOrDefault(Json.id(team), Optional.empty()).orElse(MissingNode.getInstance());
    }

    /** The teams that the list has without {@code teamQuotas}, by whole id. */
    NavigableSet<String> teamsToAskFor() {
        NavigableSet<String> ids = new TreeSet<>();
        teams().ifPresent(teams -> teams.elements().stream()
                .filter(team -> !team.path("teamQuotas").isObject())
                .forEach(team -> ids.add(Json.id(team))));
        return ids;
    }

    /** The projects that VMs or drives name and the list lacks, by whole id; none while there is no list. */
    NavigableSet<String> projectsToAskFor() {
        NavigableSet<String> ids = new TreeSet<>();
        projects().ifPresent(projects -> {
            everyVm().forEach(vm -> Json.text(vm, "project").ifPresent(ids::add));
            drives().ifPresent(drives -> drives.elements()
                    .forEach(drive -> Json.text(drive, "project").ifPresent(ids::add)));
            projects.elements().forEach(project -> ids.remove(Json.id(project)));
        });
        return ids;
    }

    /** Whether the quotas of every listed team are known, be it that there are none to be found. */
    boolean everyTeamIsAnswered() {
        return raw.teamQuotas().keySet().containsAll(teamsToAskFor());
    }

    /** Whether each project that somebody names is known to be there or not. */
    boolean everyProjectIsAnswered() {
        return raw.projects().keySet().containsAll(projectsToAskFor());
    }

    private List<JsonNode> everywhere(String api) {
        List<JsonNode> all = new ArrayList<>();
        for (String realm : realms) {
            raw.answer(api, realm).ifPresent(answer -> all.addAll(answer.elements()));
        }
        return all;
    }
}
