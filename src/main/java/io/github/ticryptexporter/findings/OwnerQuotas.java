package io.github.ticryptexporter.findings;

import io.github.ticryptexporter.fleet.Quota;
import io.github.ticryptexporter.fleet.TeamInfo;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** How near the owners of a team's VMs and drives come to what the team allows each of them; nobody is named. */
public final class OwnerQuotas {

    private static final String CORES = "cores";
    private static final String MEMORY = "memory";

    /** Both the resource and the storage type whose limit it has; the API does not show the use of other types. */
    private static final String DRIVES = "drives";

    private static final String DEVICE = "device:";

    private OwnerQuotas() {}

    /**
     * One per-user limit of one team.
     *
     * @param highestRatio of what one owner takes to the limit, 0 without owners; null for a limit of 0
     * @param ownersAtLimit those who take as much as they may or more; where that is nothing, those who take anything
     */
    public record Fill(@Nullable Double highestRatio, long ownersAtLimit) {

        private static Fill of(long limit, LongStream taken) {
            long[] amounts = taken.toArray();
            long highest = LongStream.of(amounts).max().orElse(0);
            long atLimit = Math.max(1, limit);
            return new Fill(
                    limit == 0 ? null : (Double) ((double) highest / limit),
                    LongStream.of(amounts).filter(amount -> amount >= atLimit).count());
        }
    }

    /**
     * By team id, then by resource: {@code cores}, {@code memory}, {@code drives} or {@code device:} and the type; only
     * what has a limit.
     */
    static Map<String, SortedMap<String, Fill>> of(Collection<TeamInfo> teams, OwnerUse use) {
        Map<String, SortedMap<String, Fill>> fills = new HashMap<>();
        teams.forEach(team -> fills.put(team.id(), of(team, use)));
        return fills;
    }

    private static SortedMap<String, Fill> of(TeamInfo team, OwnerUse use) {
        Quota limits = team.perUserQuota();
        SortedMap<String, Fill> fills = new TreeMap<>();
        if (limits.cores() != null) {
            fills.put(CORES, Fill.of(limits.cores(), use.ofVms(team.id(), Use::vcpus)));
        }
        if (limits.memoryBytes() != null) {
            fills.put(MEMORY, Fill.of(limits.memoryBytes(), use.ofVms(team.id(), Use::memoryBytes)));
        }
        Long driveBytes = limits.storageBytes().get(DRIVES);
        if (driveBytes != null) {
            fills.put(DRIVES, Fill.of(driveBytes, use.ofDrives(team.id())));
        }
        limits.devices()
                .forEach((type, limit) ->
                        fills.put(DEVICE + type, Fill.of(limit, use.ofVms(team.id(), taken -> taken.devices(type)))));
        return fills;
    }
}
