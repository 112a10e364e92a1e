package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.fleet.VmConfigState.STARTING;
import static io.github.ticryptexporter.fleet.VmConfigState.STOPPING;
import static io.github.ticryptexporter.testing.Fleets.GIB;
import static io.github.ticryptexporter.testing.Fleets.REALM;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.ImageInfo;
import io.github.ticryptexporter.fleet.ImageType;
import io.github.ticryptexporter.fleet.InTransition;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.fleet.VmConfigInfo;
import io.github.ticryptexporter.fleet.VmConfigState;
import io.github.ticryptexporter.testing.ManualClock;
import io.github.ticryptexporter.testing.Snapshots;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** VM configs over time, what speaks against them, and images. */
class ConfigExpositionTest {

    private static final String OLDEST = "ticrypt_vm_configs_oldest_in_state_timestamp_seconds";

    @Test
    void theConfigThatIsStartingOrStoppingTheLongestIsShownByTheInstantItWasFirstSeen() {
        var fleet = Snapshots.knowing(REALM)
                .configs(REALM)
                .made()
                .withTransitions(
                        REALM,
                        Map.of(
                                "config-1", seen(STARTING, Duration.ofMinutes(5)),
                                "config-2", seen(STARTING, Duration.ofMillis(600_001)),
                                "config-3", seen(STOPPING, Duration.ZERO)));
        assertEquals("""
                ticrypt_vm_configs_oldest_in_state_timestamp_seconds{realm="libvirt",state="Starting"} 1772365799.999
                ticrypt_vm_configs_oldest_in_state_timestamp_seconds{realm="libvirt",state="Stopping"} 1772366400
                """, Exposed.of(fleet).samples(OLDEST));
    }

    @Test
    void theOldestOfNoConfigIsAbsentAndOfConfigsThatAreNotKnownToo() {
        var seen = Map.of("config-1", seen(STARTING, Duration.ZERO));
        var settled = Snapshots.knowing(REALM).configs(REALM).made();
        var unread = Snapshots.knowing(REALM).made().withTransitions(REALM, seen);
        assertEquals("", Exposed.of(settled).samples(OLDEST));
        assertEquals("", Exposed.of(unread).samples(OLDEST));
    }

    @Test
    void everyKindOfContradictionIsThereAsSoonAsItCanBeTold() {
        var configs = Snapshots.knowing(REALM)
                .configs(REALM, new VmConfigInfo("config-1", VmConfigState.RUNNING, null, null));
        assertEquals("""
                ticrypt_vm_config_inconsistent{kind="vm_claimed_twice",realm="libvirt"} 0
                """, Exposed.of(configs.made()).samples("ticrypt_vm_config_inconsistent"));
        assertEquals("""
                ticrypt_vm_config_inconsistent{kind="pinned_elsewhere",realm="libvirt"} 0
                ticrypt_vm_config_inconsistent{kind="running_without_vm",realm="libvirt"} 1
                ticrypt_vm_config_inconsistent{kind="vm_claimed_twice",realm="libvirt"} 0
                ticrypt_vm_config_inconsistent{kind="vm_config_not_running",realm="libvirt"} 0
                ticrypt_vm_config_inconsistent{kind="vm_without_config",realm="libvirt"} 0
                """, Exposed.of(configs.vms(REALM).made()).samples("ticrypt_vm_config_inconsistent"));
    }

    @Test
    void imagesAreCountedByTypeAndSummedZerosIncluded() {
        var fleet = Snapshots.knowing(REALM, "libvirt2")
                .answered(
                        new SourceId(Api.VM_IMAGES, REALM),
                        List.of(
                                new ImageInfo("image-1", ImageType.LINUX, 5 * GIB),
                                new ImageInfo("image-2", ImageType.LINUX, 1),
                                new ImageInfo("image-3", ImageType.UNKNOWN, 0)))
                .answered(new SourceId(Api.VM_IMAGES, "libvirt2"), List.of())
                .made();
        assertEquals("""
                ticrypt_vm_images{image_type="linux",realm="libvirt"} 2
                ticrypt_vm_images{image_type="other",realm="libvirt"} 0
                ticrypt_vm_images{image_type="unknown",realm="libvirt"} 1
                ticrypt_vm_images{image_type="windows",realm="libvirt"} 0
                ticrypt_vm_images{image_type="linux",realm="libvirt2"} 0
                ticrypt_vm_images{image_type="other",realm="libvirt2"} 0
                ticrypt_vm_images{image_type="unknown",realm="libvirt2"} 0
                ticrypt_vm_images{image_type="windows",realm="libvirt2"} 0
                ticrypt_vm_images_bytes{realm="libvirt"} 5368709121
                ticrypt_vm_images_bytes{realm="libvirt2"} 0
                """, Exposed.of(fleet).samples("ticrypt_vm_images", "ticrypt_vm_images_bytes"));
    }

    private static InTransition seen(VmConfigState state, Duration ago) {
        return new InTransition(state, ManualClock.START.minus(ago));
    }
}
