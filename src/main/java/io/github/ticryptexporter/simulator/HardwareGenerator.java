package io.github.ticryptexporter.simulator;

import static io.github.ticryptexporter.simulator.Origin.DAY;

import io.github.ticryptexporter.simulator.wire.BrickInfo;
import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.simulator.wire.ImageInfo;
import io.github.ticryptexporter.simulator.wire.LibvirtBrickConfig;
import io.github.ticryptexporter.simulator.wire.LibvirtExtraInfo;
import io.github.ticryptexporter.simulator.wire.Realm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes each realm's images and the bricks, the sizes that VMs come in. */
final class HardwareGenerator {
    static final String POOL = "ticrypt-vm-drives";
    static final String WORKER = "Worker";

    private static final long GIB = 1L << 30;
    private static final List<Size> SIZES = List.of(
            new Size(2, 4, 0, "Secure"),
            new Size(2, 8, 0, "Secure"),
            new Size(4, 8, 0, "Secure"),
            new Size(4, 16, 0, "Secure"),
            new Size(4, 32, 0, "Data"),
            new Size(8, 16, 0, "Secure"),
            new Size(8, 32, 0, "Secure"),
            new Size(8, 64, 0, "Secure"),
            new Size(16, 64, 0, "Secure"),
            new Size(16, 128, 0, "Secure"),
            new Size(32, 128, 0, "Secure"),
            new Size(32, 256, 0, "Secure"),
            new Size(64, 256, 0, "Secure"),
            new Size(64, 512, 0, "Secure"),
            new Size(8, 64, 1, "Secure"),
            new Size(16, 128, 2, "Secure"),
            new Size(32, 256, 4, "Secure"),
            new Size(2, 4, 0, "Service"),
            new Size(2, 8, 0, WORKER));

    private HardwareGenerator() {}

    static void addTo(Fleet fleet, Origin origin) {
        Draw draw = origin.draw("hardware");
        for (Realm realm : fleet.realms.values()) {
            addImages(realm, draw, origin);
            addBricks(fleet, realm, draw, origin);
        }
    }

    private static void addImages(Realm realm, Draw draw, Origin origin) {
        List<ImageInfo> made = new ArrayList<>();
        for (int index = 0; index < origin.census().imagesPerRealm(); index++) {
            ImageInfo image = image(draw, realm.images.size(), origin);
            if (index % 3 == 2) {
                derive(image, made.get(index - 1));
            }
            made.add(image);
            realm.images.put(image.id, image);
        }
    }

    private static ImageInfo image(Draw draw, int index, Origin origin) {
        ImageInfo image = new ImageInfo();
        image.id = draw.uuid();
        image.name = "image-%02d".formatted(index);
        image.description = draw.chance(0.8) ? "invented image" : null;
        image.size = draw.chance(0.95) ? (Long) (draw.between(2, 40) * GIB) : null;
        image.imageType = index == 3 ? null : index % 4 == 1 ? "windows" : "linux";
        image.info = storedAs("image-%02d.qcow2".formatted(index), draw.chance(0.8) ? "virtio" : "scsi");
        image.created = origin.past(draw, 30 * DAY, 1_200 * DAY);
        image.modified = draw.chance(0.5) ? (Long) origin.past(draw, DAY, 30 * DAY) : null;
        image.version = index % 6 == 0 ? (Integer) 0 : null;
        image.limit = draw.chance(0.2) ? (Integer) (5 * (1 + draw.below(8))) : null;
        image.settings = draw.chance(0.3) ? Map.of("driveFormats", List.of("ext4", "xfs")) : null;
        return image;
    }

    private static void derive(ImageInfo image, ImageInfo parent) {
        image.parent = parent.id;
        image.version = 1;
        image.imageType = parent.imageType;
    }

    private static LibvirtExtraInfo storedAs(String volume, String bus) {
        LibvirtExtraInfo info = new LibvirtExtraInfo();
        info.pool = POOL;
        info.volume = volume;
        info.deviceBusType = bus;
        return info;
    }

    private static void addBricks(Fleet fleet, Realm realm, Draw draw, Origin origin) {
        List<ImageInfo> images = List.copyOf(realm.images.values());
        String creator = fleet.users.keySet().iterator().next();
        for (Size size : SIZES) {
            ImageInfo image = draw.one(images);
            BrickInfo brick = brick(draw.uuid(), size, image);
            brick.realmID = realm.id;
            brick.creatorID = creator;
            brick.created = origin.past(draw, 30 * DAY, 1_200 * DAY);
            fleet.bricks.put(brick.id, brick);
        }
    }

    private static BrickInfo brick(String id, Size size, ImageInfo image) {
        BrickInfo brick = new BrickInfo();
        brick.id = id;
        brick.name = size.vcores() + " cores, " + size.memoryGib() + " GiB"
                + (size.gpus() > 0 ? ", " + size.gpus() + " GPUs" : "");
        brick.description = "invented brick";
        brick.vcores = size.vcores();
        brick.maxMemBytes = size.memoryGib() * GIB;
        brick.format = "windows".equals(image.imageType) ? "windows" : "linux";
        brick.imageID = image.id;
        brick.vmType = size.vmType();
        brick.noQuota = "Service".equals(size.vmType());
        brick.libvirt = new LibvirtBrickConfig();
        brick.libvirt.image.pool = POOL;
        brick.libvirt.image.volume = image.info.volume;
        brick.libvirt.devices = Map.of(Launch.GPU, size.gpus());
        return brick;
    }

    private record Size(int vcores, int memoryGib, int gpus, String vmType) {}
}
