package io.github.ticryptexporter.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
