package io.github.ticryptexporter.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConfigSectionTest {
    private static final OracleSettings LIBVIRT = Given.settings("libvirt");
    private static final RawSite SITE =
            RawSite.empty().with("vm_configs", "libvirt", Given.answer("""
            [{'id': 'alive-by-config', 'state': 'Running', 'vmID': 'an-older-vm'},
             {'id': 'alive-by-vm', 'state': 'Running', 'vmID': 'vm2'},
             {'id': 'lost', 'state': 'Running', 'vmID': 'gone'},
             {'id': 'lost-too', 'state': 'Running', 'vmID': 'gone'},
             {'id': 'asleep', 'state': 'Suspended', 'vmID': 'gone'},
             {'id': 'odd', 'state': 'Dreaming', 'host': 'rack-2'}]
            """)).with("vms", "libvirt", Given.answer("""
            [{'id': 'vm1', 'config': 'alive-by-config'},
             {'id': 'vm2'},
             {'id': 'vm3', 'config': 'deleted'},
             {'id': 'vm4', 'config': 'asleep'},
             {'id': 'vm5', 'config': 'odd', 'ssh': {'host': '10.0.0.1', 'port': 22}}]
            """));

    @Test
    void statesThatNobodyKnowsAreOther() {
        assertEquals("""
                ticrypt_vm_configs{realm="libvirt",state="Running"} 4
                ticrypt_vm_configs{realm="libvirt",state="Starting"} 0
                ticrypt_vm_configs{realm="libvirt",state="Stopped"} 0
                ticrypt_vm_configs{realm="libvirt",state="Stopping"} 0
                ticrypt_vm_configs{realm="libvirt",state="Suspended"} 1
                ticrypt_vm_configs{realm="libvirt",state="other"} 1
                """, Given.expected(SITE, LIBVIRT, "ticrypt_vm_configs"));
    }

    @Test
    void theOldestInTransitionIsTheOneThatWasSeenFirst() {
        RawSite early = configs("[{'id': 'a', 'state': 'Starting'}, {'id': 'b', 'state': 'Stopping'}]");
        RawSite late = configs("[{'id': 'a', 'state': 'Starting'}, {'id': 'b', 'state': 'Starting'},"
                + "{'id': 'c', 'state': 'Stopping'}]");
        Sightings first = Sightings.NONE.after(early, Given.NOW);
        Sightings second =
                first.after(RawSite.empty(), Given.NOW.plusSeconds(1)).after(late, Given.NOW.plusMillis(1_500));
        Sightings afterAGap = second.after(configs("[]"), Given.NOW).after(late, Given.NOW.plusSeconds(9));

        assertEquals(oldest(2_000_000_000.0, 2_000_000_000.0), oldest(early, first));
        assertEquals(oldest(2_000_000_000.0, 2_000_000_001.5), oldest(late, second));
        assertEquals(oldest(2_000_000_009.0, 2_000_000_009.0), oldest(late, afterAGap));
        assertEquals(Map.of(), oldest(configs("[{'id': 'a', 'state': 'Running'}]"), Sightings.NONE));
    }

    private static RawSite configs(String json) {
        return RawSite.empty().with("vm_configs", "libvirt", Given.answer(json));
    }

    private static Map<String, Double> oldest(double starting, double stopping) {
        String row = "ticrypt_vm_configs_oldest_in_state_timestamp_seconds{realm=\"libvirt\",state=\"%s\"}";
        return Map.of(row.formatted("Starting"), starting, row.formatted("Stopping"), stopping);
    }

    private static Map<String, Double> oldest(RawSite site, Sightings sightings) {
        Map<String, Double> all = new TreeMap<>(Oracle.expected(site, LIBVIRT, sightings));
        all.keySet().removeIf(series -> !series.startsWith("ticrypt_vm_configs_oldest"));
        return all;
    }

    @Test
    void configsAndVmsThatDisagreeAreCounted() {
        HostEntry first = HostEntry.named("one", "libvirt").sshHost("10.0.0.1").pinned("rack-1");
        HostEntry second = HostEntry.named("two", "libvirt").sshHost("10.0.0.2").pinned("rack-2");

        assertEquals(inconsistent(2, 1, 1, 1, 1), inconsistent(LIBVIRT.withHosts(first, second)));
        // The pin is no inventory host's, or it is the very host's: nothing to say.
        assertEquals(inconsistent(2, 1, 1, 1, 0), inconsistent(LIBVIRT.withHosts(first)));
        assertEquals(
                inconsistent(2, 1, 1, 1, 0),
                inconsistent(LIBVIRT.withHosts(
                        HostEntry.named("one", "libvirt").sshHost("10.0.0.1").pinned("rack-2"))));
    }

    @Test
    void onlyTheConfigsOwnKindSurvivesWithoutVms() {
        assertEquals(
                "ticrypt_vm_config_inconsistent{kind=\"vm_claimed_twice\",realm=\"libvirt\"} 1\n",
                Given.expected(SITE.without("vms", "libvirt"), LIBVIRT, "ticrypt_vm_config_inconsistent"));
        assertEquals(
                "", Given.expected(SITE.without("vm_configs", "libvirt"), LIBVIRT, "ticrypt_vm_config_inconsistent"));
    }

    @Test
    void imagesAreCountedByType() {
        RawSite site = RawSite.empty().with("vm_images", "libvirt", Given.answer("""
                [{'id': 'a', 'imageType': 'linux', 'size': 3}, {'id': 'b', 'imageType': 'Linux', 'size': 4},
                 {'id': 'c', 'size': -4}]
                """));

        assertEquals("""
                ticrypt_vm_images{image_type="linux",realm="libvirt"} 1
                ticrypt_vm_images{image_type="other",realm="libvirt"} 1
                ticrypt_vm_images{image_type="unknown",realm="libvirt"} 1
                ticrypt_vm_images{image_type="windows",realm="libvirt"} 0
                ticrypt_vm_images_bytes{realm="libvirt"} 7
                """, Given.expected(site, LIBVIRT, "ticrypt_vm_images", "ticrypt_vm_images_bytes"));
    }

    private static String inconsistent(OracleSettings settings) {
        return Given.expected(SITE, settings, "ticrypt_vm_config_inconsistent");
    }

    private static String inconsistent(int running, int noConfig, int asleep, int claimedTwice, int pinnedElsewhere) {
        return """
                ticrypt_vm_config_inconsistent{kind="pinned_elsewhere",realm="libvirt"} %d
                ticrypt_vm_config_inconsistent{kind="running_without_vm",realm="libvirt"} %d
                ticrypt_vm_config_inconsistent{kind="vm_claimed_twice",realm="libvirt"} %d
                ticrypt_vm_config_inconsistent{kind="vm_config_not_running",realm="libvirt"} %d
                ticrypt_vm_config_inconsistent{kind="vm_without_config",realm="libvirt"} %d
                """.formatted(pinnedElsewhere, running, claimedTwice, asleep, noConfig);
    }
}
