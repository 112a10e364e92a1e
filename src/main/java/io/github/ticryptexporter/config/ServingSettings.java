package io.github.ticryptexporter.config;

import io.github.ticryptexporter.exposition.ExpositionSettings;
import io.github.ticryptexporter.http.HttpSettings;
import io.github.ticryptexporter.metrics.PrivacyLevel;
import java.nio.file.Path;
import java.util.List;

/**
 * What a command without a configuration file takes from its flags.
 *
 * @param warnings one line each, flag first
 */
public record ServingSettings(
        HttpSettings http, ExpositionSettings exposition, PrivacyLevel privacy, List<String> warnings) {

    /** What holds when no flag says otherwise. */
    public static final ServingSettings DEFAULT = new ServingSettings(
            new HttpSettings(
                    List.of(ListenAddress.of(HttpSettings.DEFAULT_LISTEN_ADDRESS)),
                    HttpSettings.DEFAULT_TELEMETRY_PATH,
                    false),
            ExpositionSettings.DEFAULT,
            PrivacyLevel.STRICT,
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
        Problems problems = new Problems();
        Context context = new Context(Path.of(""), overrides, problems, new SeenFiles(), null);
        Section root = Section.root("", YamlNode.Mapping.EMPTY, context);
        HttpSettings http = WebBinding.settings(root.section("web"));
        ExpositionSettings exposition = ExpositionBinding.settings(root.section("exposition"));
        PrivacyLevel privacy = MetricBinding.privacy(root.section("privacy"), PrivacyLevel.STRICT);
        problems.throwIfAny("flags");
        return new ServingSettings(http, exposition, privacy, problems.warnings());
    }
}
