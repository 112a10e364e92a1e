package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.metrics.Label.Values.API_WORDS;
import static io.github.ticryptexporter.metrics.Label.Values.BOUNDED;
import static io.github.ticryptexporter.metrics.Label.Values.HOST;
import static io.github.ticryptexporter.metrics.Label.Values.ID;
import static io.github.ticryptexporter.metrics.Label.Values.NAME;
import static io.github.ticryptexporter.metrics.Label.Values.OWN_FACTS;
import static io.github.ticryptexporter.metrics.Label.Values.OWN_WORDS;
import static io.github.ticryptexporter.metrics.Label.Values.TECHNICAL;

import io.github.ticryptexporter.findings.PlacementMethod;
import io.github.ticryptexporter.fleet.AccountState;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.DeactivationType;
import io.github.ticryptexporter.fleet.DiskType;
import io.github.ticryptexporter.fleet.DriveFormat;
import io.github.ticryptexporter.fleet.DriveState;
import io.github.ticryptexporter.fleet.FailureReason;
import io.github.ticryptexporter.fleet.IdentityProvider;
import io.github.ticryptexporter.fleet.ImageType;
import io.github.ticryptexporter.fleet.OwnerType;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.fleet.VmConfigState;
import java.util.List;
import java.util.Optional;

/** Every label there is. A label is a publication: one that is not here was approved by nobody. */
final class Labels {

    private static final String CLIENT = "the exporter's own requests";
    private static final String BUILD = "the build";
    private static final String WORD = ": at most 40 letters, digits, blanks, `_` and `-`";

    private static final List<Label> ALL = List.of(
            Label.of("age", OWN_WORDS, "how long ago the VMs were started, at least", "`VirtualMachine.start`")
                    .listing("14d", "30d", "90d"),
            Label.of("alert", OWN_FACTS, "an alert that leaves the team alone", "`alerts.exempt`"),
            Label.of("api", OWN_WORDS, "the route that was read", CLIENT).listing(Api.values(), Api::label),
            Label.of("brick", ID, "the brick that the VM was made of", "`VirtualMachine.brick`"),
            Label.of("cause", API_WORDS, "why accounts are deactivated", "`UserInfo.deactivationType`")
                    .listing(DeactivationType.values(), DeactivationType::label),
            Label.of("code", OWN_FACTS, "the HTTP status of answers", CLIENT),
            Label.of("config", ID, "the config that the VM was started from", "`VirtualMachine.config`"),
            Label.of(
                    "device",
                    TECHNICAL,
                    "a type of device",
                    "`VirtualMachine.resources.devices`, `TeamInfo.teamQuotas.devices`, `inventory.hosts`"),
            Label.of("disk_type", API_WORDS, "the format of the drive's image", "`DriveInfo.diskType`")
                    .listing(DiskType.values(), DiskType::label),
            Label.of("drive", ID, "the drive", "`DriveInfo.id`"),
            Label.of("format", API_WORDS, "the file system of drives", "`DriveInfo.format`")
                    .listing(DriveFormat.values(), DriveFormat::label),
            Label.of(
                            "host",
                            HOST,
                            "the hypervisor host; `other` for several that are summed",
                            "`inventory.hosts`, `VirtualMachine.ssh`, `VMConfigInfo.host`")
                    .changing("strict: the inventory's name, else `h-` and a digest of the address; from named on: the"
                            + " inventory's name, else the address"),
            Label.of(
                            "idle",
                            OWN_WORDS,
                            "how long the drives were attached to no VM, at least",
                            "`DriveInfo.attached`, `.created`")
                    .listing("30d", "90d", "365d"),
            Label.of("image_type", API_WORDS, "the kind of system in VM images", "`ImageInfo.imageType`")
                    .listing(ImageType.values(), ImageType::label),
            Label.of("java_version", OWN_FACTS, "the Java that the exporter runs on", BUILD),
            Label.of(
                    "kind",
                    OWN_WORDS,
                    "which finding, anomaly or sort is counted",
                    "comparing what the lists say with each other and with the clock"),
            Label.of("method", OWN_WORDS, "the rule that found the hosts of VMs", "`VirtualMachine.ssh`, `.vpn`, `.ip`")
                    .listing(PlacementMethod.values(), PlacementMethod::label),
            Label.of("name", NAME, "the team's name", "`TeamInfo.name`, `labels.team-aliases`")
                    .changing("strict: aliases of the configuration alone; from named on: the alias, else the name")
                    .in("ticrypt_team_info"),
            Label.of("name", NAME, "the VM's or drive's name", "`VirtualMachine.name`, `DriveInfo.name`")
                    .in("ticrypt_vm_info", "ticrypt_drive_info"),
            Label.of("owner_type", API_WORDS, "whether a user or a VM owns the VM", "`VirtualMachine.ownerType`")
                    .listing(OwnerType.values(), OwnerType::label),
            Label.of("project", ID, "the project", "`VirtualMachine.project`, `DriveInfo.project`"),
            Label.of("provider", OWN_WORDS, "the identity provider", "`identity`")
                    .listing(IdentityProvider.values(), IdentityProvider::label),
            Label.of("realm", TECHNICAL, "the realm", "`DriveInfo.realmID`, `ticrypt.realms`, `inventory.hosts`"),
            Label.of("reason", OWN_WORDS, "why polls failed", CLIENT)
                    .listing(FailureReason.values(), FailureReason::label),
            Label.of(
                    "resource",
                    TECHNICAL,
                    "what a limit is about: `cores`, `memory`, `drives`, `storage`, `devices`, or `device:` and a type",
                    "`TeamInfo.teamQuotas`, `.perUserQuotas`"),
            Label.of("result", OWN_WORDS, "whether an answer was remembered", CLIENT)
                    .listing("hit", "miss"),
            Label.of("revision", OWN_FACTS, "the commit that the exporter was built from", BUILD),
            Label.of("role", BOUNDED, "the role of users" + WORD, "`UserInfo.role`"),
            Label.of(
                    "security_level",
                    BOUNDED,
                    "the level that projects require: at most 100 characters",
                    "`ProjectInfo.securityLevel`"),
            Label.of("state", BOUNDED, "the state of users" + WORD, "`UserInfo.state`")
                    .in("ticrypt_users"),
            Label.of("state", OWN_WORDS, "the state of accounts", "the identity provider's flags")
                    .listing(AccountState.values(), AccountState::label)
                    .in("ticrypt_identity_users"),
            Label.of("state", API_WORDS, "the state of VM configs", "`VMConfigInfo.state`")
                    .listing(VmConfigState.values(), VmConfigState::label)
                    .in("ticrypt_vm_configs", "ticrypt_vm_configs_oldest_in_state_timestamp_seconds"),
            Label.of("state", API_WORDS, "the state of drives", "`DriveInfo.state`")
                    .listing(DriveState.values(), DriveState::label),
            Label.of("storage", TECHNICAL, "a type of storage", "`TeamInfo.teamQuotas.storage`, or `drives`"),
            Label.of("team", ID, "the team; `other` for several that are summed", "`TeamInfo.id`"),
            Label.of("token", OWN_WORDS, "the kind of token that the route takes", CLIENT)
                    .listing(TokenKind.values(), TokenKind::label),
            Label.of("version", OWN_FACTS, "the version of the exporter", BUILD).in("ticrypt_exporter_build_info"),
            Label.of("version", BOUNDED, "the protocol of VMs' controllers: a number", "`VirtualMachine.protocolVer`"),
            Label.of("vm", ID, "the VM", "`VirtualMachine.id`"),
            Label.of("within", OWN_WORDS, "how long ago, or how soon, at most", "`UserInfo.lastLogin`, `.expiration`")
                    .listing("1d", "7d", "30d", "90d"));

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
