package io.github.ticryptexporter.dashboards;

import java.util.Map;

/** The colours of states, in the API's spelling. */
final class States {
    static final Map<String, Colour> VM_CONFIGS = Map.of(
            "Running", Colour.GOOD,
            "Starting", Colour.NOTICE,
            "Stopping", Colour.WARNING,
            "Suspended", Colour.RESTING,
            "Stopped", Colour.NEUTRAL,
            "other", Colour.UNKNOWN);

    static final Map<String, Colour> DRIVES = Map.of(
            "ReadWrite", Colour.GOOD,
            "ReadOnly", Colour.READING,
            "Initializing", Colour.NOTICE,
            "Transferring", Colour.WARNING,
            "Ready", Colour.NEUTRAL,
            "other", Colour.UNKNOWN);

    private States() {}
}
