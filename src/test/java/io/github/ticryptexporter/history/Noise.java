package io.github.ticryptexporter.history;

import static io.github.ticryptexporter.history.Minutes.DAY;
import static io.github.ticryptexporter.history.Minutes.WEEK;

import io.github.ticryptexporter.simulator.wire.UserInfo;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What happens on any site and is no reason to call anybody: office hours, a patch day and a new version of the exporter each
 * week, a backend that restarts now and then, single answers that fail, and people who forget their passwords. VMs and drives
 * come and go by themselves.
 */
public final class Noise {
    private static final List<String> ROUTES = List.of(
            "/api/drives",
            "/api/teams",
            "/api/projects",
            "/api/users",
            "/api/vms/libvirt/active",
            "/api/vms/libvirt/configs",
            "/api/vms/libvirt/images",
            "/api/vms/libvirt2/active",
            "/api/vms/libvirt2/configs",
            "/api/vms/libvirt2/images");

    /** Minutes of the week: Wednesday at four in the morning, and for two minutes. */
    private static final int ROLLOUT = 2 * DAY + 16 * 60;

    private static final int ROLLOUT_MINUTES = 2;
    /** Minutes of the quarter, and for how long. */
    private static final List<Integer> OUTAGES = List.of(17 * DAY + 340, 59 * DAY + 1_100);

    private static final int OUTAGE_MINUTES = 4;

    private final WatchedSite site;
    private final Random random;
    private final Set<String> stumbling = new HashSet<>();
    private boolean isRollingOut;

    public Noise(WatchedSite site, long seed) {
        this.site = site;
        this.random = new Random(seed);
    }

    /** What happens in this minute. */
    public void stir() throws Exception {
        officeHours();
        rollOut();
        answers();
        if (random.nextInt(2 * DAY) == 0) {
            lockOut();
        }
        if (site.minute() % WEEK == 0) {
            patch();
        }
    }

    // Each week whatever is three weeks old is restarted.
    private void patch() {
        long now = site.now().toEpochMilli();
        long old = site.now().minus(Duration.ofDays(21)).toEpochMilli();
        site.edit(fleet -> fleet.realms
                .values()
                .forEach(realm -> realm.vms.values().stream()
                        .filter(vm -> vm.start != null && vm.start < old)
                        .forEach(vm -> vm.start = now)));
    }

    private void officeHours() {
        if (site.minute() % 10 == 0) {
            LocalDateTime now = LocalDateTime.ofInstant(site.now(), ZoneOffset.UTC);
            boolean weekend = now.getDayOfWeek() == DayOfWeek.SATURDAY || now.getDayOfWeek() == DayOfWeek.SUNDAY;
            boolean office = now.getHour() >= 8 && now.getHour() < 18;
            site.crowd(!office ? 0.6 : weekend ? 0.7 : 1.2);
        }
    }

    private void rollOut() throws Exception {
        int ofWeek = site.minute() % WEEK;
        if (ofWeek == ROLLOUT) {
            site.stopExporter();
            isRollingOut = true;
        } else if (isRollingOut && ofWeek >= ROLLOUT + ROLLOUT_MINUTES) {
            site.startExporter();
            isRollingOut = false;
        }
    }

    private void answers() {
        stumbling.forEach(path -> site.stumble(path, false));
        stumbling.clear();
        if (OUTAGES.stream().anyMatch(outage -> site.minute() >= outage && site.minute() < outage + OUTAGE_MINUTES)) {
            stumbling.addAll(ROUTES);
        } else if (random.nextInt(DAY) == 0) {
            stumbling.add(any(ROUTES));
        }
        stumbling.forEach(path -> site.stumble(path, true));
    }

    private void lockOut() {
        site.edit(fleet -> {
            UserInfo user = any(List.copyOf(fleet.users.values()));
            if (user.state.equals("Active")) {
                user.state = "Deactivated";
                user.deactivationType = "FailedPassword";
            } else if ("FailedPassword".equals(user.deactivationType)) {
                user.state = "Active";
                user.deactivationType = null;
            }
        });
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
