package io.github.ticryptexporter.config;

import io.github.ticryptexporter.findings.HostEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The inventory's own file, which may change while the daemon runs. What it holds decides whether it changed, for a mounted
 * ConfigMap changes behind a symbolic link, and time stamps repeat. Not for several threads at once.
 */
public final class InventoryFile {

    private final Path path;
    private final List<HostEntry> before;
    private @Nullable Content seen;

    /** @param before the hosts that stand in the configuration itself */
    InventoryFile(Path path, List<HostEntry> before) {
        this.path = path;
        this.before = List.copyOf(before);
    }

    /**
     * What the file holds.
     *
     * @param trouble why it could not be read, else null
     */
    private record Content(String text, @Nullable String trouble) {
        private static Content of(Path file) {
            try {
                return new Content(YamlReader.text(file), null);
            } catch (YamlException e) {
                return new Content("", e.getMessage());
            }
        }

        private YamlNode parsed() throws YamlException {
            if (trouble != null) {
                throw new YamlException(trouble);
            }
            return YamlReader.parse(text, "hosts: []");
        }
    }

    Path path() {
        return path;
    }

    /** Every host, those of the configuration itself first; what is wrong is reported to the context. */
    List<HostEntry> hosts(Context context) {
        seen = Content.of(path);
        return bound(seen, context.of(path));
    }

    /**
     * The same, when the file holds something else than it did at the last look, be that good or bad.
     *
     * @throws InvalidConfigException with every problem when what it holds now cannot be used
     */
    public Optional<List<HostEntry>> look() throws InvalidConfigException {
        Content now = Content.of(path);
        if (now.equals(seen)) {
            return Optional.empty();
        }
        seen = now;
        Problems problems = new Problems();
        Path directory = Objects.requireNonNullElse(path.getParent(), path);
        List<HostEntry> hosts = bound(now, new Context(directory, Overrides.NONE, problems, null).of(path));
        problems.throwIfAny("inventory " + path);
        return Optional.of(hosts);
    }

    private List<HostEntry> bound(Content content, Context context) {
        try {
            return HostBinding.hosts(before, content.parsed(), context);
        } catch (YamlException e) {
            context.problems().problem(HostBinding.FILE, e.getMessage() + " (" + path + ")");
            return before;
        }
    }
}
