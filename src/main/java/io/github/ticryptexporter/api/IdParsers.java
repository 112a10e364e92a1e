package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.ImageInfo;
import io.github.ticryptexporter.fleet.ProjectInfo;
import io.github.ticryptexporter.fleet.UserInfo;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@code ImageInfo}, {@code ProjectInfo} and {@code UserInfo} of the API document, of which only the ids are kept. */
final class IdParsers {
    private IdParsers() {}

    static @Nullable ImageInfo image(Fields in) throws IOException {
        String id = id(in);
        return id == null ? null : new ImageInfo(id);
    }

    static @Nullable ProjectInfo project(Fields in) throws IOException {
        String id = id(in);
        return id == null ? null : new ProjectInfo(id);
    }

    static @Nullable UserInfo user(Fields in) throws IOException {
        String id = id(in);
        return id == null ? null : new UserInfo(id);
    }

    private static @Nullable String id(Fields in) throws IOException {
        String id = null;
        while (in.next()) {
            if (in.name().equals("id")) {
                id = in.text();
            }
        }
        return id == null || id.isEmpty() ? null : id;
    }
}
