package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.VmConfigInfo;
import io.github.ticryptexporter.fleet.VmConfigState;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code VMConfigInfo} of the API document. */
final class VmConfigParser {
    private VmConfigParser() {}

    static @Nullable VmConfigInfo parse(Fields in) throws IOException {
        String id = null;
        VmConfigState state = null;
        String vm = null;
        String host = null;
        while (in.next()) {
            switch (in.name()) {
                case "id" -> id = in.sharedText();
                case "state" -> state = in.named(VmConfigState::named, VmConfigState.OTHER);
                case "vmID" -> vm = in.sharedText();
                case "host" -> host = in.sharedText();
                default -> {}
            }
        }
        if (id == null || id.isEmpty()) {
            return null;
        }
        in.promised("state", state);
        return new VmConfigInfo(
                id, Objects.requireNonNullElse(state, VmConfigState.OTHER), Ids.orNull(vm), Ids.orNull(host));
    }
}
