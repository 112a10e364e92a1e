package io.github.ticryptexporter.config;

import io.github.ticryptexporter.api.ApiSettings;
import io.github.ticryptexporter.findings.FindingSettings;
import io.github.ticryptexporter.findings.HostEntry;
import io.github.ticryptexporter.fleet.FreeText;
import io.github.ticryptexporter.metrics.MetricSettings;
import io.github.ticryptexporter.metrics.PrivacyLevel;
import io.github.ticryptexporter.poll.PollSettings;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a configuration file, what it names, and what overrides it.
 *
 * <p>Every key is bound by hand and not by Jackson, which stops at its first problem and quotes the value that it does
 * not like. Nothing is kept between two calls, so a reload is a second call.
 */
public final class ConfigLoader {

    private final Map<String, String> environment;

    /**
     * A loader for the environment of one process.
     *
     * @param environment where tokens given as {@code env} are looked up
     */
    public ConfigLoader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * The configuration as it is written now.
     *
     * @throws InvalidConfigException with every problem when it cannot be used
     */
    public LoadedConfig load(Path file, Overrides overrides) throws InvalidConfigException {
        return load(file, overrides, new SeenFiles());
    }

    LoadedConfig load(Path file, Overrides overrides, SeenFiles seen) throws InvalidConfigException {
        Problems problems = new Problems();
        Path directory = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of("/"));
        Section root = root(file, new Context(directory, overrides, problems, seen, null));
        LoadedConfig loaded = bind(file, root);
        root.finish();
        problems.throwIfAny(where(file));
        return new LoadedConfig(loaded.config(), loaded.files(), problems.warnings());
    }

    private static Section root(Path file, Context context) throws InvalidConfigException {
        try {
            YamlNode node = YamlReader.read(file, context.files(), "ticrypt.base-url and one token");
            if (node instanceof YamlNode.Mapping mapping) {
                return Section.root("", mapping, context);
            }
            throw new YamlException("expected keys and values, but was " + node.shape());
        } catch (YamlException e) {
            throw new InvalidConfigException(where(file), List.of("config.file: " + e.getMessage()));
        }
    }

    /** Binds every section; what is refused is reported to the root's context and stood in for. */
    LoadedConfig bind(Path file, Section root) {
        Section ticrypt = root.section("ticrypt");
        Section inventory = root.section("inventory");
        ApiBinding api = new ApiBinding(ticrypt, environment);
        MetricBinding metrics = new MetricBinding(root);
        List<HostEntry> hosts = HostBinding.hosts(inventory);
        Optional<InventoryFile> inventoryFile = HostBinding.file(inventory).map(path -> new InventoryFile(path, hosts));
        IdentityBinding identity = new IdentityBinding(root.section("identity"), environment, api.isPlainAllowed());
        ApiSettings unfiltered = api.settings();
        PollSettings poll = PollBinding.settings(
                root.section("poll"),
                identity.intervals(),
                PollBinding.realms(ticrypt.section("realms"), api.tokens().configured()));
        FindingSettings findings = FindingBinding.settings(
                root,
                inventoryFile.map(listed -> listed.hosts(inventory.context())).orElse(hosts));
        MetricSettings shown = metrics.settings();
        ExporterConfig config = new ExporterConfig(
                unfiltered.keeping(freeText(shown.privacy(), identity)),
                identity.settings(api.tokens().configured()),
                poll,
                findings,
                shown,
                ExpositionBinding.settings(root.section("exposition")),
                WebBinding.settings(root.section("web")));
        ConfigFiles files = new ConfigFiles(
                file,
                inventoryFile.map(InventoryFile::path).orElse(null),
                metrics.hostKeyFile().orElse(null),
                WebBinding.configFile(root.section("web")).orElse(null));
        return new LoadedConfig(config, files, List.of());
    }

    /** Logins are read only where they are compared. */
    private static Set<FreeText> freeText(PrivacyLevel level, IdentityBinding identity) {
        Set<FreeText> freeText = EnumSet.noneOf(FreeText.class);
        freeText.addAll(level.freeText());
        if (identity.isGiven()) {
            freeText.add(FreeText.LOGIN_EMAILS);
        }
        return freeText;
    }

    private static String where(Path file) {
        return "configuration " + file;
    }
}
