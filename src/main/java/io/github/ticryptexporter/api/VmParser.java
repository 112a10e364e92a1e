package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.FreeText;
import io.github.ticryptexporter.fleet.HostAndPort;
import io.github.ticryptexporter.fleet.OwnerType;
import io.github.ticryptexporter.fleet.Resources;
import io.github.ticryptexporter.fleet.VmInfo;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code VirtualMachine} of the API document, with its {@code HostUsage} and {@code HostAndPort}. */
final class VmParser {
    private VmParser() {}

    static @Nullable VmInfo parse(Fields in) throws IOException {
        String id = null;
        String name = null;
        String owner = null;
        String brick = null;
        Boolean active = null;
        String ip = null;
        String team = null;
        String project = null;
        List<String> drives = null;
        String protocol = null;
        Resources resources = null;
        OwnerType ownerType = null;
        HostAndPort ssh = null;
        HostAndPort vpn = null;
        long lastPing = Fields.NONE;
        long start = Fields.NONE;
        long shutDown = Fields.NONE;
        String config = null;
        while (in.next()) {
            switch (in.name()) {
                case "id" -> id = in.sharedText();
                case "name" -> name = in.written(FreeText.OBJECT_NAMES);
                case "owner" -> owner = in.sharedText();
                case "brick" -> brick = in.sharedText();
                case "active" -> active = in.flag();
                case "ip" -> ip = in.sharedText();
                case "team" -> team = in.sharedTextBehind(TeamId.PREFIX);
                case "project" -> project = in.sharedText();
                case "drives" -> drives = in.idValues();
                case "protocolVer" -> protocol = in.plainNumber();
                case "resources" -> resources = resources(in);
                case "ownerType" -> ownerType = in.named(OwnerType::named, OwnerType.OTHER);
                case "ssh" -> ssh = hostAndPort(in);
                case "vpn" -> vpn = hostAndPort(in);
                case "lastPing" -> lastPing = in.millis();
                case "start" -> start = in.millis();
                case "shutDown" -> shutDown = in.millis();
                case "config" -> config = in.sharedText();
                default -> {}
            }
        }
        if (id == null || id.isEmpty()) {
            return null;
        }
        in.promised("name", name);
        in.promised("owner", owner);
        in.promised("brick", brick);
        in.promised("active", active);
        in.promised("ip", ip);
        in.promised("drives", drives);
        in.promised("protocolVer", protocol);
        in.promised("ssh", ssh);
        in.promised("vpn", vpn);
        return new VmInfo(
                id,
                Objects.requireNonNullElse(name, ""),
                Objects.requireNonNullElse(owner, ""),
                Objects.requireNonNullElse(brick, ""),
                !Boolean.FALSE.equals(active),
                Objects.requireNonNullElse(ip, ""),
                Ids.orNull(team),
                Ids.orNull(project),
                Objects.requireNonNullElse(drives, List.of()),
                protocol,
                resources,
                Objects.requireNonNullElse(ownerType, OwnerType.UNKNOWN),
                Objects.requireNonNullElse(ssh, HostAndPort.NONE),
                Objects.requireNonNullElse(vpn, HostAndPort.NONE),
                lastPing,
                start,
                shutDown != Fields.NONE,
                Ids.orNull(config));
    }

    private static @Nullable Resources resources(Fields in) throws IOException {
        if (!in.enter()) {
            return null;
        }
        Long vcpus = null;
        Long memory = null;
        Map<String, Long> devices = Map.of();
        while (in.next()) {
            switch (in.name()) {
                case "vcpus" -> vcpus = in.count();
                case "memory" -> memory = in.count();
                case "devices" -> devices = in.counts();
                default -> {}
            }
        }
        in.promised("vcpus", vcpus);
        in.promised("memory", memory);
        return new Resources(vcpus, memory, devices);
    }

    private static @Nullable HostAndPort hostAndPort(Fields in) throws IOException {
        if (!in.enter()) {
            return null;
        }
        String host = null;
        Long port = null;
        while (in.next()) {
            switch (in.name()) {
                case "host" -> host = in.sharedText();
                case "port" -> port = in.count();
                default -> {}
            }
        }
        return new HostAndPort(
                Objects.requireNonNullElse(host, ""), port == null || port > 65535 ? -1 : port.intValue());
    }
}
