package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.ProjectInfo;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code ProjectInfo} of the API document. */
final class ProjectParser {
    private ProjectParser() {}

    /** A project of the list. */
    static @Nullable ProjectInfo parse(Fields in) throws IOException {
        ProjectInfo project = lookedUp(in);
        return project.id().isEmpty() ? null : project;
    }

    /** The project that was asked for; it need not say its id once more. */
    static ProjectInfo lookedUp(Fields in) throws IOException {
        String id = null;
        String parent = null;
        String securityLevel = null;
        while (in.next()) {
            switch (in.name()) {
                case "id" -> id = in.sharedText();
                case "parent" -> parent = in.text();
                case "securityLevel" -> securityLevel = in.sharedText();
                default -> {}
            }
        }
        if (id != null) {
            in.promised("securityLevel", securityLevel);
        }
        return new ProjectInfo(
                Objects.requireNonNullElse(id, ""),
                Ids.orNull(parent) != null,
                Objects.requireNonNullElse(securityLevel, ""));
    }
}
