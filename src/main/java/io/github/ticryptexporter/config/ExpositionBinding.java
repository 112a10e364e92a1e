package io.github.ticryptexporter.config;

import io.github.ticryptexporter.exposition.ExpositionSettings;

/** Binds {@code exposition}: what happens to it before a scrape sees it. */
final class ExpositionBinding {

    private ExpositionBinding() {}

    static ExpositionSettings settings(Section exposition) {
        return exposition
                .setting("self-check")
                .flatMap(Setting::flag)
                .map(ExpositionSettings::new)
                .orElse(ExpositionSettings.DEFAULT);
    }
}
