package io.github.ticryptexporter.month;

import static io.github.ticryptexporter.month.Facts.GPU;
import static io.github.ticryptexporter.month.Facts.count;
import static io.github.ticryptexporter.month.Facts.number;
import static io.github.ticryptexporter.month.Facts.sum;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What the pages have to show, by arithmetic on the site's own lists and on raw samples. */
final class GoldenPanels {
    private static final String OVERVIEW = "ticrypt-overview";
    private static final String HOSTS = "ticrypt-hosts";
    private static final String TEAMS = "ticrypt-teams";
    private static final String TEAM = "ticrypt-team";
    private static final String LIFECYCLE = "ticrypt-lifecycle";
    private static final String EXPORTER = "ticrypt-exporter";
    private static final List<String> REALMS = List.of("libvirt", "libvirt2");
    private static final double DAY = Duration.ofDays(1).toSeconds();
    private static final double MONTH = 28 * DAY;

    /** Families whose samples are looked at. */
    static final Set<String> RAW =
            Set.of("ticrypt_team_storage_used_bytes", "ticrypt_team_cores_used", "ticrypt_host_devices_allocated");

    /** The team whose storage grows all month. */
    private static final int GROWING = 6;

    private final Facts facts;
    private final RawHistory raw;

    GoldenPanels(Facts facts, RawHistory raw) {
        this.facts = facts;
        this.raw = raw;
    }

    /** Of the page; for the one on a team, see {@link #team()}. */
    List<Golden> of(String uid) {
        return switch (uid) {
            case OVERVIEW -> overview();
            case HOSTS -> hosts();
            case TEAMS -> teams();
            case TEAM -> team(facts.teams().get(GROWING));
            case LIFECYCLE -> lifecycle();
            case EXPORTER -> exporter();
            default -> throw new IllegalArgumentException(uid);
        };
    }

    /** The team on its page, by its id. */
    String team() {
        return Facts.id(facts.teams().get(GROWING));
    }

    private List<Golden> overview() {
        double memory = sum(facts.hosts(), host -> host.path("memoryBytes").asDouble());
        double onHosts = sum(facts.hosts(), facts::memoryOn);
        double vcpus = sum(facts.hosts(), host -> host.path("vcpus").asDouble());
        double gpus = sum(facts.hosts(), host -> host.path("devices").path(GPU).asDouble());
        return List.of(
                Golden.of(
                        OVERVIEW,
                        "VMs placed",
                        "placed",
                        sum(facts.hosts(), host -> facts.vmsOn(host).size())
                                / facts.vms().size()),
                Golden.of(OVERVIEW, "Inventory", "hosts", facts.hosts().size()),
                Golden.of(OVERVIEW, "Memory given away", "memory", onHosts / memory),
                Golden.of(
                        OVERVIEW,
                        "vCPUs per CPU",
                        "vCPUs",
                        sum(facts.hosts(), host -> sum(facts.vmsOn(host), Facts::vcpus)) / vcpus),
                Golden.of(
                        OVERVIEW,
                        "Devices free",
                        GPU,
                        gpus - sum(gpuHosts(), host -> sum(facts.vmsOn(host), Facts::gpus))),
                Golden.of(OVERVIEW, "Largest VM that fits", "A", byRealm(this::largestFree)),
                Golden.of(
                        OVERVIEW,
                        "Drive space",
                        "drives",
                        sum(facts.drives(), drive -> drive.path("capacity").asDouble())),
                Golden.of(
                        OVERVIEW,
                        "Quotas per owned",
                        "A",
                        Map.of(
                                "cores ",
                                promised("cores ") / (4 * vcpus),
                                "memory ",
                                promised("memory ") / memory,
                                "devices " + GPU,
                                promised("devices " + GPU) / gpus)),
                Golden.of(
                        OVERVIEW,
                        "Teams without a limit",
                        "A",
                        Stream.of("cores", "memory", "storage", "devices").collect(toMap(identity(), this::unlimited))),
                Golden.of(
                        OVERVIEW,
                        "Largest teams by memory",
                        "A",
                        above0(byTeam(team -> sum(facts.vmsOf(Facts.id(team)), Facts::memory)))),
                growth());
    }

    private List<JsonNode> gpuHosts() {
        return facts.hosts().stream()
                .filter(host -> host.path("devices").has(GPU))
                .toList();
    }

    private static Map<String, Double> above0(Map<String, Double> values) {
        values.values().removeIf(value -> value <= 0);
        return values;
    }

    private Map<String, Double> byRealm(ToDoubleFunction<String> value) {
        return REALMS.stream().collect(toMap(identity(), value::applyAsDouble));
    }

    private List<JsonNode> hosts(String realm) {
        return facts.hosts().stream()
                .filter(host -> host.path("realm").asText().equals(realm))
                .toList();
    }

    private double largestFree(String realm) {
        return hosts(realm).stream()
                .mapToDouble(host -> host.path("memoryBytes").asDouble() - facts.memoryOn(host))
                .max()
                .orElse(0);
    }

    private double promised(String resource) {
        return sum(facts.teams(), team -> Facts.limits(team).getOrDefault(resource, 0.0));
    }

    private double unlimited(String resource) {
        return number(
                facts.teams(),
                team -> Facts.limits(team).keySet().stream().noneMatch(limit -> limit.startsWith(resource)));
    }

    private Map<String, Double> byTeam(ToDoubleFunction<JsonNode> value) {
        return new TreeMap<>(facts.teams().stream().collect(toMap(this::name, value::applyAsDouble)));
    }

    private String name(JsonNode team) {
        boolean named = facts.teams().indexOf(team) < Month.NAMED_TEAMS;
        return named ? Month.alias(team.path("name").asText()) : Facts.id(team);
    }

    private Golden growth() {
        Map<String, Double> growth = byTeam(team -> facts.drivesOf(Facts.id(team))
                - RawHistory.at(storage(team), Stretch.END - (long) MONTH).sum());
        return Golden.of(OVERVIEW, "Largest growth of drives in 28d", "A", above0(growth))
                .by("name");
    }

    private NavigableMap<Long, Double> storage(JsonNode team) {
        return raw.series("ticrypt_team_storage_used_bytes", Facts.id(team));
    }

    private List<Golden> hosts() {
        Map<String, Double> shares =
                byHost(host -> facts.memoryOn(host) / host.path("memoryBytes").asDouble());
        Map<String, Double> free = byHost(host -> host.path("memoryBytes").asDouble() - facts.memoryOn(host));
        return List.of(
                Golden.of(HOSTS, "Hosts, the fullest first", "A", shares).by("host"),
                Golden.of(HOSTS, "Hosts, the fullest first", "B", free).by("host"),
                Golden.of(HOSTS, "Memory of hosts over time", "A", shares),
                Golden.of(
                        HOSTS,
                        "VMs",
                        "A",
                        count(facts.vms(), vm -> vm.path("realmID").asText())),
                Golden.of(
                        HOSTS,
                        "Waiting to start",
                        "A",
                        byRealm(realm -> number(
                                facts.list("/api/vms/" + realm + "/configs"), config -> isIn(config, "Starting")))),
                Golden.of(HOSTS, "Imbalance of hosts", "A", byRealm(realm -> {
                    List<Double> ofRealm = hosts(realm).stream()
                            .map(host -> Objects.requireNonNull(
                                    shares.get(host.path("name").asText())))
                            .toList();
                    return ofRealm.stream().max(Comparator.naturalOrder()).orElseThrow()
                            - ofRealm.stream()
                                    .mapToDouble(share -> share)
                                    .average()
                                    .orElseThrow();
                })),
                withoutDevice());
    }

    private Map<String, Double> byHost(ToDoubleFunction<JsonNode> value) {
        return facts.hosts().stream().collect(toMap(host -> host.path("name").asText(), value::applyAsDouble));
    }

    /** A server counts the moment a week ago or does not, by its version. */
    private Golden withoutDevice() {
        JsonNode owner = gpuHosts().get(0);
        NavigableMap<Long, Double> taken =
                raw.series("ticrypt_host_devices_allocated", owner.path("name").asText());
        double share = RawHistory.steps((long) (7 * DAY), 300)
                .mapToObj(second -> RawHistory.at(taken, second))
                .flatMapToDouble(value -> value)
                .map(value -> value >= owner.path("devices").path(GPU).asDouble() ? 1 : 0)
                .average()
                .orElseThrow();
        return Golden.of(
                        HOSTS,
                        "Time without a free device, last 7d",
                        owner.path("realm").asText() + " " + GPU,
                        share)
                .within(0.01);
    }

    private List<Golden> teams() {
        List<Golden> golden = new ArrayList<>();
        Map<String, Double> bands = count(facts.teams(), this::band);
        Map.of(
                        "Above their limit", "exceeded",
                        "Full", "full",
                        "Nearly full", "almost_full",
                        "Within", "within",
                        "No limit at all", "unlimited")
                .forEach((title, band) -> golden.add(Golden.of(TEAMS, title, "teams", bands.getOrDefault(band, 0.0))));
        Map.of("A", "unlimited", "B", "within", "C", "almost_full", "D", "full", "E", "exceeded")
                .forEach((refId, band) -> golden.add(inBand(refId, bands.getOrDefault(band, 0.0))));
        golden.add(Golden.of(TEAMS, "Limits of storage that is not drives", "A", otherStorage())
                .by("team", "type"));
        golden.add(Golden.of(TEAMS, "Access that ends", "A", ending()).by("team"));
        golden.add(soonestFull());
        return golden;
    }

    private static Golden inBand(String refId, double teams) {
        return Golden.of(TEAMS, "Teams by band over time", refId, Map.of("", teams))
                .by("band");
    }

    private String band(JsonNode team) {
        double most = facts.shares(team).values().stream()
                .max(Comparator.naturalOrder())
                .orElse(0.0);
        boolean beyondNothing = facts.used(team).entrySet().stream()
                .anyMatch(used -> used.getValue() > 0
                        && Double.valueOf(0).equals(Facts.limits(team).get(used.getKey())));
        boolean almost = facts.shares(team).entrySet().stream()
                .anyMatch(share -> share.getValue() >= (share.getKey().startsWith("storage") ? 0.85 : 0.9));
        if (Facts.limits(team).isEmpty()) {
            return "unlimited";
        }
        return most >= 1.001 || beyondNothing ? "exceeded" : most >= 1 ? "full" : almost ? "almost_full" : "within";
    }

    private Map<String, Double> otherStorage() {
        Map<String, Double> limits = new TreeMap<>();
        for (JsonNode team : facts.teams()) {
            Facts.limits(team).forEach((resource, limit) -> {
                if (resource.startsWith("storage ") && !resource.endsWith(" drives")) {
                    limits.put(Facts.id(team) + resource.replace("storage", ""), limit);
                }
            });
        }
        return limits;
    }

    private Map<String, Double> ending() {
        Map<String, Double> seconds = new TreeMap<>();
        facts.teams().stream().filter(team -> team.path("endDate").isNumber()).forEach(team -> {
            double left = team.path("endDate").asDouble() / 1_000 - Stretch.END;
            if (left < 60 * DAY) {
                seconds.put(Facts.id(team), left);
            }
        });
        return seconds;
    }

    private Golden soonestFull() {
        Map<String, Double> seconds = new TreeMap<>();
        for (JsonNode team : facts.teams()) {
            NavigableMap<Long, Double> used = storage(team);
            long[] steps = RawHistory.steps((long) MONTH, 6 * 3_600)
                    .filter(second -> RawHistory.at(used, second).findAny().isPresent())
                    .toArray();
            double slope = steps.length == 0
                    ? 0
                    : RawHistory.slope(
                            steps, second -> RawHistory.at(used, second).sum());
            double limit = Facts.limits(team).getOrDefault("storage drives", 0.0);
            if (slope > 0 && limit > 0) {
                seconds.put(
                        Facts.id(team),
                        Math.min(31_536_000, Math.max(0, limit - facts.drivesOf(Facts.id(team))) / slope));
            }
        }
        return Golden.of(TEAMS, "Drives full soonest", "A", seconds).by("team").within(1e-6);
    }

    private List<Golden> team(JsonNode team) {
        Map<String, Double> limits = Facts.limits(team);
        Map<String, Double> left = new TreeMap<>();
        facts.used(team)
                .forEach((resource, used) ->
                        left.put(resource, limits.containsKey(resource) ? limits.get(resource) - used : Double.NaN));
        double hours = Stretch.seconds(Stretch.MONTH).stream()
                        .filter(second -> second > Stretch.END - 30 * DAY)
                        .flatMap(second -> Stream.ofNullable(raw.series("ticrypt_team_cores_used", Facts.id(team))
                                .get(second)))
                        .mapToDouble(cores -> cores)
                        .average()
                        .orElse(0)
                * 30
                * 24;
        return List.of(
                Golden.of(TEAM, "Left", "A", Map.of("cores", Objects.requireNonNull(left.get("cores ")))),
                Golden.of(TEAM, "Left", "B", Map.of("memory", Objects.requireNonNull(left.get("memory ")))),
                Golden.of(TEAM, "Left", "C", Map.of("drives", Objects.requireNonNull(left.get("storage drives")))),
                Golden.of(TEAM, "Core-hours, device-hours and TiB-days", "A", Map.of("core-hours", hours)),
                Golden.of(
                        TEAM,
                        "Drives by state",
                        "A",
                        count(
                                facts.drives().stream()
                                        .filter(drive -> Facts.team(drive).equals(Facts.id(team)))
                                        .toList(),
                                drive -> drive.path("state").asText())));
    }

    private List<Golden> lifecycle() {
        return List.of(
                Golden.of(
                        LIFECYCLE,
                        "VMs silent",
                        "A",
                        byRealm(realm -> number(
                                facts.list("/api/vms/" + realm + "/active"),
                                vm -> vm.has("lastPing")
                                        && Stretch.END - vm.path("lastPing").asDouble() / 1_000 > 900))),
                Golden.of(
                        LIFECYCLE,
                        "Users by state",
                        "A",
                        count(facts.users(), user -> user.path("state").asText())));
    }

    private List<Golden> exporter() {
        Map<String, Double> objects = new TreeMap<>();
        objects.put("drives ", 1.0 * facts.drives().size());
        objects.put("teams ", 1.0 * facts.teams().size());
        objects.put("users ", 1.0 * facts.users().size());
        for (String realm : REALMS) {
            objects.put(
                    "vm_configs " + realm,
                    1.0 * facts.list("/api/vms/" + realm + "/configs").size());
            objects.put(
                    "vms " + realm,
                    1.0 * facts.list("/api/vms/" + realm + "/active").size());
        }
        return List.of(Golden.of(EXPORTER, "Objects read", "A", objects).some());
    }

    private static boolean isIn(JsonNode object, String state) {
        return object.path("state").asText().equals(state);
    }
}
