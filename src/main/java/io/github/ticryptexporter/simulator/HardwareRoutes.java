package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.BrickInfo;
import io.github.ticryptexporter.simulator.wire.BrickWhitelist;
import io.github.ticryptexporter.simulator.wire.ImageInfo;
import io.github.ticryptexporter.simulator.wire.LibvirtBrickConfig;
import io.github.ticryptexporter.simulator.wire.LibvirtExtraInfo;
import io.github.ticryptexporter.simulator.wire.Realm;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The routes that create an image and edit a brick. A request is checked whole before anything changes. */
final class HardwareRoutes {
    private static final List<String> SYSTEMS = List.of("windows", "linux");
    private static final List<String> BUSES = List.of("scsi", "virtio");
    private static final List<String> DRIVE_FORMATS = List.of("ext4", "ntfs", "btrfs", "xfs", "zfs");

    private final World world;

    HardwareRoutes(World world) {
        this.world = world;
    }

    Reply createImage(Context context) {
        RequestBody body = RequestBody.of(context.body());
        String realmId = body.requiredText("realm");
        ImageInfo image = new ImageInfo();
        image.info = info(body.requiredObject("info"));
        body.text("name", value -> image.name = value);
        body.text("description", value -> image.description = value);
        body.number("size", 0, value -> image.size = value);
        body.oneOf(SYSTEMS, "imageType", value -> image.imageType = value);
        body.count("limit", 0, value -> image.limit = value);
        body.object("settings", this::checkSettings);
        body.anything("settings", value -> image.settings = value);
        Realm realm = world.fleet.realms.get(realmId);
        if (realm == null) {
            throw ApiError.notFound("no such realm");
        }
        image.id = newId("image");
        image.created = world.nowMillis();
        realm.images.put(image.id, image);
        return Reply.object(image);
    }

    private void checkSettings(RequestBody settings) {
        settings.texts("driveFormats", formats -> {
            if (!DRIVE_FORMATS.containsAll(formats)) {
                throw ApiError.unprocessable("settings.driveFormats must be among " + DRIVE_FORMATS);
            }
        });
    }

    private static LibvirtExtraInfo info(RequestBody body) {
        LibvirtExtraInfo info = new LibvirtExtraInfo();
        info.pool = body.requiredText("pool");
        info.volume = body.requiredText("volume");
        body.requiredText("deviceBusType");
        body.oneOf(BUSES, "deviceBusType", value -> info.deviceBusType = value);
        return info;
    }

    private String newId(String purpose) {
        int made = world.fleet.realms.values().stream()
                .mapToInt(realm -> realm.images.size())
                .sum();
        return new Draw(world.origin.seed(), purpose, made).uuid();
    }

    Reply editBrick(Context context) {
        RequestBody body = RequestBody.of(context.body());
        String id = body.requiredText("id");
        RequestBody params = body.requiredObject("params");
        BrickInfo brick = world.fleet.bricks.get(id);
        if (brick == null) {
            throw ApiError.notFound("no such brick");
        }
        Memento before = new Memento(brick);
        try {
            edit(brick, params);
        } catch (ApiError e) {
            before.restore();
            throw e;
        }
        brick.modified = world.nowMillis();
        return Reply.object(brick);
    }

    private void edit(BrickInfo brick, RequestBody params) {
        params.text("name", value -> brick.name = value);
        params.text("description", value -> brick.description = value);
        params.count("vcores", 1, value -> brick.vcores = value);
        params.number("maxMemBytes", 1, value -> brick.maxMemBytes = value);
        params.text("setup", value -> brick.setup = value);
        params.oneOf(List.copyOf(world.fleet.realms.keySet()), "realmID", value -> brick.realmID = value);
        params.object("libvirt", value -> brick.libvirt = libvirt(value));
        params.object("whitelist", value -> brick.whitelist = whitelist(value));
        params.texts("externalServers", value -> brick.externalServers = value);
        params.oneOf(SYSTEMS, "format", value -> brick.format = value);
    }

    private static LibvirtBrickConfig libvirt(RequestBody body) {
        LibvirtBrickConfig libvirt = new LibvirtBrickConfig();
        RequestBody image = body.requiredObject("image");
        libvirt.image.pool = image.requiredText("pool");
        libvirt.image.volume = image.requiredText("volume");
        body.oneOf(List.of("vnc", "spice"), "video", value -> libvirt.video = value);
        body.flag("pty", value -> libvirt.pty = value);
        body.oneOf(List.of("utc", "localtime"), "clockOffset", value -> libvirt.clockOffset = value);
        body.text("nic", value -> libvirt.nic = value);
        body.numbers("devices", value -> libvirt.devices = counts(value));
        body.text("extraXML", value -> libvirt.extraXML = value);
        body.text("headfullGPU", value -> libvirt.headfullGPU = value);
        body.text("deviceBusType", value -> libvirt.deviceBusType = value);
        return libvirt;
    }

    private static Map<String, Integer> counts(Map<String, Long> numbers) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        numbers.forEach((type, number) -> counts.put(type, Math.toIntExact(Math.min(number, Integer.MAX_VALUE))));
        return counts;
    }

    private BrickWhitelist whitelist(RequestBody body) {
        BrickWhitelist whitelist = new BrickWhitelist();
        body.texts("teamIDs", value -> whitelist.teamIDs = value);
        body.texts("userIDs", value -> whitelist.userIDs = value);
        if (!world.fleet.teams.keySet().containsAll(whitelist.teamIDs)) {
            throw ApiError.unprocessable("whitelist.teamIDs names a team that does not exist");
        }
        if (!world.fleet.users.keySet().containsAll(whitelist.userIDs)) {
            throw ApiError.unprocessable("whitelist.userIDs names a user who does not exist");
        }
        return whitelist;
    }
}
