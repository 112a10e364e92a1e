package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.simulator.wire.QuotasTyped;
import io.github.ticryptexporter.simulator.wire.TeamInfo;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Gives the teams quotas above what they use, some generous and some tight, many of them without a limit somewhere. */
final class QuotaGenerator {
    private static final long GIB = 1L << 30;
    private static final long TIB = 1L << 40;

    private final Draw draw;
    private final QuotaLedger ledger;
    private boolean tight;

    private QuotaGenerator(Fleet fleet, Origin origin) {
        this.draw = origin.draw("quotas");
        this.ledger = QuotaLedger.of(fleet);
    }

    static void addTo(Fleet fleet, Origin origin) {
        QuotaGenerator generator = new QuotaGenerator(fleet, origin);
        List<TeamInfo> teams = List.copyOf(fleet.teams.values());
        for (int index = 0; index < teams.size(); index++) {
            generator.limit(teams.get(index), index);
        }
    }

    /** Every third team, the largest among them, uses most of what it may. */
    static boolean isTight(int teamIndex) {
        return teamIndex % 3 == 0;
    }

    private void limit(TeamInfo team, int index) {
        tight = isTight(index);
        if (tight || index % 7 != 4) {
            team.teamQuotas = teamQuotas(team);
        }
        if (index % 3 != 2) {
            team.perUserQuotas = userQuotas(team);
        }
        if (index % 10 == 6 && team.teamQuotas.cores != null) {
            team.quotas = Map.of("cores", team.teamQuotas.cores);
        }
    }

    private QuotasTyped teamQuotas(TeamInfo team) {
        Use use = ledger.team(team.id);
        QuotasTyped quotas = new QuotasTyped();
        quotas.cores = tight || draw.chance(0.85) ? (Long) above(use.cores, 8, 16) : null;
        quotas.memory = tight || draw.chance(0.85) ? (Long) above(use.memory, 16 * GIB, 64 * GIB) : null;
        quotas.storage = storage(above(use.drives, TIB, TIB));
        quotas.devices = devices(use);
        return quotas;
    }

    private QuotasTyped userQuotas(TeamInfo team) {
        Collection<Use> users = ledger.usersOf(team.id).values();
        QuotasTyped quotas = new QuotasTyped();
        quotas.cores = above(most(users, use -> use.cores), 8, 8);
        quotas.memory = above(most(users, use -> use.memory), 16 * GIB, 32 * GIB);
        quotas.storage = draw.chance(0.3) ? Map.of("drives", above(most(users, use -> use.drives), TIB, TIB)) : null;
        quotas.devices = draw.chance(0.3)
                ? Map.of(Launch.GPU, above(most(users, use -> use.devices.getOrDefault(Launch.GPU, 0L)), 1, 1))
                : null;
        return quotas;
    }

    /** A round number that the use is between two fifths and six sevenths of. */
    private long above(long use, long step, long least) {
        double headroom = (tight ? 0.1 : 1.3) * draw.between(0, 100) / 100.0;
        double wanted = Math.max((double) least, use * (1.18 + headroom));
        return (long) Math.ceil(wanted / step) * step;
    }

    private static long most(Collection<Use> users, ToLongFunction<Use> dimension) {
        return users.stream().mapToLong(dimension).max().orElse(0);
    }

    private Map<String, Long> storage(long drives) {
        long vault = draw.between(1, 20) * TIB;
        Map<String, Long> both = new LinkedHashMap<>();
        both.put("vault", vault);
        both.put("drives", drives);
        return draw.weighted(List.of(both, Map.of("drives", drives), Map.of("vault", vault), Map.of()), 55, 20, 15, 10);
    }

    private Map<String, Long> devices(Use use) {
        long used = use.devices.getOrDefault(Launch.GPU, 0L);
        long limit = used == 0 && draw.chance(0.4) ? 0 : above(used, 1, 1);
        return draw.chance(0.6) ? Map.of(Launch.GPU, limit) : Map.of();
    }
}
