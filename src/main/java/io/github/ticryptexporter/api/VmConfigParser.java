package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.VmConfigInfo;
import io.github.ticryptexporter.fleet.VmConfigState;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@code VMConfigInfo} of the API document. */
final class VmConfigParser {
    private VmConfigParser() {}

    static @Nullable VmConfigInfo parse(Fields in) throws IOException {
        String id = null;
        VmConfigState state = null;
        String host = null;
        while (in.next()) {
            switch (in.name()) {
                case "id" -> id = in.text();
                case "state" -> state = in.named(VmConfigState::named, VmConfigState.OTHER);
                case "host" -> host = in.sharedText();
                default -> {}
            }
        }
        if (id == null || id.isEmpty()) {
            return null;
        }
        in.promised("state", state);
        return new VmConfigInfo(
                id, state == null ? VmConfigState.OTHER : state, host == null || host.isEmpty() ? null : host);
    }
}
