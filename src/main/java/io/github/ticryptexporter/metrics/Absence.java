package io.github.ticryptexporter.metrics;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.TokenKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is not exposed while some routes hold no data: in words, and as the catalogue has it.
 *
 * @param words the subjects that are missing, for a person
 * @param families names of the families that lack rows then, all of them or some, in the order of the exposition
 * @param ofTheSite those of {@code families} that lack rows about the whole site: of a route that is asked per realm, one
 *     realm that does not answer is enough
 * @param outOf how many families there are at the privacy level
 */
public record Absence(String words, List<String> families, List<String> ofTheSite, int outOf) {

    public Absence {
        families = List.copyOf(families);
        ofTheSite = List.copyOf(ofTheSite);
    }

    /**
     * What is not exposed at this level while the token is not configured.
     *
     * @param read the routes that are read; a family that compares with a provider which is not among them is not missed
     */
    public static Absence of(TokenKind missing, PrivacyLevel level, Set<Api> read) {
        return of(Api.openedBy(EnumSet.of(missing)), level, read);
    }

    /** What is not exposed at this level while the route holds no data; {@code read} as above. */
    public static Absence of(Api missing, PrivacyLevel level, Set<Api> read) {
        return of(EnumSet.of(missing), level, read);
    }

    private static Absence of(Set<Api> missing, PrivacyLevel level, Set<Api> read) {
        List<Family> shown = Catalogue.shownAt(level, read);
        return new Absence(
                missing.stream()
                        .filter(api -> api.scope() != Api.Scope.OBJECT || missing.size() == 1)
                        .map(Absence::words)
                        .collect(Collectors.joining("; ")),
                names(shown, Family.Part.class, missing),
                names(shown, Family.Part.OfSite.class, missing),
                shown.size());
    }

    private static List<String> names(List<Family> shown, Class<? extends Family.Part> kind, Set<Api> missing) {
        return shown.stream()
                .filter(family -> family.parts().stream()
                        .filter(kind::isInstance)
                        .anyMatch(part -> part.needs().stream().anyMatch(missing::contains)))
                .map(Family::name)
                .toList();
    }

    private static String words(Api missing) {
        return switch (missing) {
            case DRIVES ->
                "drives, their states and attachments, idle space, teams' use of storage, and the discovery of realms";
            case VMS ->
                "VMs, hosts, teams' use of cores, memory and devices, per-user quotas, and what is computed from drives"
                        + " and VMs together";
            case VM_CONFIGS -> "VM configs, whether they agree with the VMs, and hosts that only a pin betrays";
            case VM_IMAGES -> "VM images";
            case TEAMS -> "teams, their quotas and limits, promised quotas, and users without a team";
            case TEAM_QUOTAS -> "limits of teams that the list has without quotas";
            case PROJECTS -> "projects, and references to projects that do not exist";
            case PROJECT -> "whether projects exist that the list lacks";
            case USERS -> "users, their risks and hygiene, and VMs and drives of inactive owners";
            case IDENTITY_MONOCLOUD -> "accounts at MonoCloud, and where users disagree with them";
            case IDENTITY_ALLTHENTICATE -> "accounts at Allthenticate, and where users disagree with them";
        };
    }

    /** The words and the number, for the end of a sentence. */
    public String text() {
        return words + "; in all or in part, " + families.size() + " of " + outOf + " metric families";
    }
}
