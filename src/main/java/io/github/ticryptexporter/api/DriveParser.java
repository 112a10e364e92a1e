package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.DriveFormat;
import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.DriveState;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code DriveInfo} of the API document. */
final class DriveParser {
    private DriveParser() {}

    static @Nullable DriveInfo parse(Fields in) throws IOException {
        String id = null;
        Long capacity = null;
        DriveFormat format = null;
        DriveState state = null;
        String realm = null;
        String team = null;
        Boolean hasSnapshot = null;
        while (in.next()) {
            switch (in.name()) {
                case "id" -> id = in.text();
                case "capacity" -> capacity = in.count();
                case "format" -> format = in.named(DriveFormat::named, DriveFormat.OTHER);
                case "state" -> state = in.named(DriveState::named, DriveState.OTHER);
                case "realmID" -> realm = in.realm();
                case "team" -> team = in.sharedText();
                case "hasSnapshot" -> hasSnapshot = in.flag();
                default -> {}
            }
        }
        if (id == null || id.isEmpty()) {
            return null;
        }
        in.promised("capacity", capacity);
        in.promised("format", format);
        in.promised("state", state);
        in.promised("realmID", realm);
        in.promised("hasSnapshot", hasSnapshot);
        return new DriveInfo(
                id,
                capacity == null ? 0 : capacity,
                format == null ? DriveFormat.OTHER : format,
                state == null ? DriveState.OTHER : state,
                Objects.requireNonNullElse(realm, ""),
                TeamId.withoutPrefix(team),
                Boolean.TRUE.equals(hasSnapshot));
    }
}
