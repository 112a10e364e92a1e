package io.github.ticryptexporter.identity;

import java.util.Arrays;

/** Allthenticate's {@code ad_status}, the state of a person's authentication device; what else it may say is not documented. */
enum DeviceStatus {
    ACTIVE,
    SUSPENDED,
    OTHER;

    static DeviceStatus named(String word) {
        return Arrays.stream(values())
                .filter(status -> status != OTHER && status.name().equals(word))
                .findFirst()
                .orElse(OTHER);
    }
}
