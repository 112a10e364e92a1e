package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.metrics.Label.Values.BOUNDED;
import static io.github.ticryptexporter.metrics.Label.Values.CLOSED;
import static io.github.ticryptexporter.metrics.Label.Values.HOST;
import static io.github.ticryptexporter.metrics.Label.Values.ID;
import static io.github.ticryptexporter.metrics.Label.Values.NAME;
import static io.github.ticryptexporter.metrics.Label.Values.OWN;
import static io.github.ticryptexporter.metrics.Label.Values.TECHNICAL;

import java.util.List;
import java.util.Optional;

/** Every label there is. A label is a publication: one that is not here was approved by nobody. */
final class Labels {

    private static final String OURS = "words of the exporter's own";
    private static final String CLIENT = "the exporter's own requests";
    private static final String BUILD = "the build";

    private static final List<Label> ALL = List.of(
            Label.of("age", CLOSED, "how long ago the VMs were started, at least", "`14d`, `30d`, `90d`"),
            Label.of("alert", OWN, "an alert that leaves the team alone", "`alerts.exempt`"),
            Label.of("api", CLOSED, "the route that was read", "the list of routes in the code"),
            Label.of("brick", ID, "the brick that the VM was made of", "`VirtualMachine.brick`"),
            Label.of("cause", CLOSED, "why accounts are deactivated", "`UserInfo.deactivationType`"),
            Label.of("code", BOUNDED, "the HTTP status of answers", CLIENT),
            Label.of("config", ID, "the config that the VM was started from", "`VirtualMachine.config`"),
            Label.of(
                    "device",
                    TECHNICAL,
                    "a type of device",
                    "`VirtualMachine.resources.devices`, `TeamInfo.teamQuotas.devices`, `inventory.hosts`"),
            Label.of("disk_type", CLOSED, "the format of the drive's image", "`DriveInfo.diskType`"),
            Label.of("drive", ID, "the drive", "`DriveInfo.id`"),
            Label.of("format", CLOSED, "the file system of drives", "`DriveInfo.format`"),
            Label.of(
                            "host",
                            HOST,
                            "the hypervisor host",
                            "`inventory.hosts`, `VirtualMachine.ssh`, `VMConfigInfo.host`")
                    .changing("strict: the inventory's name, else `h-` and a digest of the address; from named on: the"
                            + " inventory's name, else the address"),
            Label.of("idle", CLOSED, "how long the drives were attached to no VM, at least", "`30d`, `90d`, `365d`"),
            Label.of("image_type", CLOSED, "the kind of system in VM images", "`ImageInfo.imageType`"),
            Label.of("java_version", OWN, "the Java that the exporter runs on", BUILD),
            Label.of("kind", CLOSED, "what was found, or sort of what is counted", OURS),
            Label.of("method", CLOSED, "the rule that found the hosts of VMs", OURS),
            Label.of("name", NAME, "the team's name", "`TeamInfo.name`, `labels.team-aliases`")
                    .changing("strict: aliases of the configuration alone; from named on: the alias, else the name")
                    .in("ticrypt_team_info"),
            Label.of("name", NAME, "the VM's or drive's name", "`VirtualMachine.name`, `DriveInfo.name`")
                    .in("ticrypt_vm_info", "ticrypt_drive_info"),
            Label.of("owner_type", CLOSED, "whether a user or a VM owns the VM", "`VirtualMachine.ownerType`"),
            Label.of("project", ID, "the project", "`VirtualMachine.project`, `DriveInfo.project`"),
            Label.of("provider", CLOSED, "the identity provider", OURS),
            Label.of("realm", TECHNICAL, "the realm", "`DriveInfo.realmID`, `ticrypt.realms`, `inventory.hosts`"),
            Label.of("reason", CLOSED, "why polls failed", OURS),
            Label.of(
                    "resource",
                    TECHNICAL,
                    "what a limit is about",
                    OURS + "; after `device:` a key of `TeamInfo.perUserQuotas.devices`"),
            Label.of("result", CLOSED, "whether an answer was remembered", OURS),
            Label.of("revision", OWN, "the commit that the exporter was built from", BUILD),
            Label.of(
                    "role",
                    BOUNDED,
                    "the role of users: at most 40 letters, digits, blank, `_`, `-`",
                    "`UserInfo.role`"),
            Label.of("security_level", BOUNDED, "the level that projects require", "`ProjectInfo.securityLevel`"),
            Label.of(
                            "state",
                            BOUNDED,
                            "the state of users: at most 40 letters, digits, blank, `_`, `-`",
                            "`UserInfo.state`")
                    .in("ticrypt_users"),
            Label.of("state", CLOSED, "the state of accounts", "the identity provider's flags, in " + OURS)
                    .in("ticrypt_identity_users"),
            Label.of("state", CLOSED, "the state of drives or VM configs", "`DriveInfo.state`, `VMConfigInfo.state`"),
            Label.of("storage", TECHNICAL, "a type of storage", "`TeamInfo.teamQuotas.storage`, or `drives`"),
            Label.of("team", ID, "the team; `other` for several that are summed", "`TeamInfo.id`"),
            Label.of("token", CLOSED, "the kind of token that the route takes", OURS),
            Label.of("version", OWN, "the version of the exporter", BUILD).in("ticrypt_exporter_build_info"),
            Label.of("version", BOUNDED, "the protocol of VMs' controllers, a number", "`VirtualMachine.protocolVer`"),
            Label.of("vm", ID, "the VM", "`VirtualMachine.id`"),
            Label.of("within", CLOSED, "how long ago, or how soon, at most", "`1d`, `7d`, `30d`, `90d`"));

    private Labels() {}

    static List<Label> all() {
        return ALL;
    }

    /** What the label of this name publishes in the family; empty for one that nobody approved. */
    static Optional<Label> of(Family family, String name) {
        return ALL.stream()
                .filter(label -> label.name().equals(name))
                .filter(label -> label.families().contains(family.name()))
                .findFirst()
                .or(() -> ALL.stream()
                        .filter(label -> label.name().equals(name) && !label.isParticular())
                        .findFirst());
    }

    /** The families that have this label in this meaning, in the order of the exposition. */
    static List<Family> families(Label label) {
        return Catalogue.all().stream()
                .filter(family -> family.labels().contains(label.name()))
                .filter(family -> of(family, label.name()).filter(label::equals).isPresent())
                .toList();
    }
}
