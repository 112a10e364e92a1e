package io.github.ticryptexporter.config;

import io.github.ticryptexporter.exposition.ExpositionSettings;
import io.github.ticryptexporter.http.HttpSettings;
import io.github.ticryptexporter.metrics.PrivacyLevel;
import java.nio.file.Path;
import java.util.List;

/**
 * What a command without a configuration file takes from its flags.
 *
 * @param files of which flags name the web configuration alone
 * @param warnings one line each, flag first
 */
public record ServingSettings(
        HttpSettings http,
        ExpositionSettings exposition,
        PrivacyLevel privacy,
        ConfigFiles files,
        List<String> warnings) {

    /** What holds when no flag says otherwise. */
    public static final ServingSettings DEFAULT = new ServingSettings(
            new HttpSettings(
                    List.of(ListenAddress.of(HttpSettings.DEFAULT_LISTEN_ADDRESS)),
                    HttpSettings.DEFAULT_TELEMETRY_PATH,
                    false),
            ExpositionSettings.DEFAULT,
            PrivacyLevel.STRICT,
            ConfigFiles.NONE,
            List.of());

    public ServingSettings {
        warnings = List.copyOf(warnings);
    }

    /**
     * What the flags say, and the defaults for the rest.
     *
     * @throws InvalidConfigException with every problem when a value is refused
     */
    public static ServingSettings of(Overrides overrides) throws InvalidConfigException {
        return of(overrides, new SeenFiles());
    }

    static ServingSettings of(Overrides overrides, SeenFiles seen) throws InvalidConfigException {
        Problems problems = new Problems();
        Context context = new Context(Path.of(""), overrides, problems, seen, null);
        Section root = Section.root("", YamlNode.Mapping.EMPTY, context);
        HttpSettings http = WebBinding.settings(root.section("web"));
        ExpositionSettings exposition = ExpositionBinding.settings(root.section("exposition"));
        PrivacyLevel privacy = MetricBinding.privacy(root.section("privacy"), PrivacyLevel.STRICT);
        problems.throwIfAny("flags");
        ConfigFiles files = new ConfigFiles(
                null, null, null, WebBinding.configFile(root.section("web")).orElse(null));
        return new ServingSettings(http, exposition, privacy, files, problems.warnings());
    }
}
