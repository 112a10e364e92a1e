package io.github.ticryptexporter.config;

import io.github.ticryptexporter.findings.HostEntry;
import java.nio.file.Path;
import java.util.List;

/**
 * The inventory's own file.
 *
 * @param before the hosts that stand in the configuration itself
 */
record InventoryFile(Path path, List<HostEntry> before) {

    InventoryFile {
        before = List.copyOf(before);
    }

    /** Every host, those of the configuration itself first; what is wrong is reported to the context. */
    List<HostEntry> hosts(Context context) {
        try {
            YamlNode root = YamlReader.read(path, context.files(), "hosts: []");
            return HostBinding.hosts(before, root, context.of(path));
        } catch (YamlException e) {
            context.problems().problem(HostBinding.FILE, e.getMessage() + " (" + path + ")");
            return before;
        }
    }
}
