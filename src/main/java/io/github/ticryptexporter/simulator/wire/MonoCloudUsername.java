package io.github.ticryptexporter.simulator.wire;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** The name that a MonoCloud account logs in with. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public final class MonoCloudUsername {
    public List<String> authenticators = List.of();
    public String id = "";
    public List<String> idps = List.of();
    public String username = "";
}
