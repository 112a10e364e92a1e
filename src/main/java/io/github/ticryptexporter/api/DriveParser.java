package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.DiskType;
import io.github.ticryptexporter.fleet.DriveFormat;
import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.DriveState;
import io.github.ticryptexporter.fleet.FreeText;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code DriveInfo} of the API document. */
final class DriveParser {
    private DriveParser() {}

    static @Nullable DriveInfo parse(Fields in) throws IOException {
        String id = null;
        String name = null;
        String owner = null;
        long capacity = Fields.NONE;
        DriveFormat format = null;
        DiskType diskType = null;
        DriveState state = null;
        String realm = null;
        String team = null;
        String project = null;
        String writer = null;
        List<String> readers = null;
        long created = Fields.NONE;
        long attached = Fields.NONE;
        long stateChange = Fields.NONE;
        Boolean hasSnapshot = null;
        while (in.next()) {
            switch (in.name()) {
                case "id" -> id = in.sharedText();
                case "name" -> name = in.written(FreeText.OBJECT_NAMES);
                case "owner" -> owner = in.sharedText();
                case "capacity" -> capacity = in.amount();
                case "format" -> format = in.named(DriveFormat::named, DriveFormat.OTHER);
                case "diskType" -> diskType = in.named(DiskType::named, DiskType.OTHER);
                case "state" -> state = in.named(DriveState::named, DriveState.OTHER);
                case "realmID" -> realm = in.realm();
                case "team" -> team = in.sharedTextBehind(TeamId.PREFIX);
                case "project" -> project = in.sharedText();
                case "writer" -> writer = in.sharedText();
                case "readers" -> readers = in.ids();
                case "created" -> created = in.millis();
                case "attached" -> attached = in.millis();
                case "stateChange" -> stateChange = in.millis();
                case "hasSnapshot" -> hasSnapshot = in.flag();
                default -> {}
            }
        }
        if (id == null || id.isEmpty()) {
            return null;
        }
        in.promised("name", name);
        in.promised("owner", owner);
        in.promised("capacity", capacity);
        in.promised("format", format);
        in.promised("readers", readers);
        in.promised("created", created);
        in.promised("state", state);
        in.promised("realmID", realm);
        in.promised("hasSnapshot", hasSnapshot);
        return new DriveInfo(
                id,
                Objects.requireNonNullElse(name, ""),
                Objects.requireNonNullElse(owner, ""),
                capacity,
                Objects.requireNonNullElse(format, DriveFormat.OTHER),
                Objects.requireNonNullElse(diskType, DiskType.UNKNOWN),
                Objects.requireNonNullElse(state, DriveState.OTHER),
                Objects.requireNonNullElse(realm, ""),
                Ids.orNull(team),
                Ids.orNull(project),
                Ids.orNull(writer),
                Objects.requireNonNullElse(readers, List.of()),
                created,
                attached,
                stateChange,
                Boolean.TRUE.equals(hasSnapshot));
    }
}
