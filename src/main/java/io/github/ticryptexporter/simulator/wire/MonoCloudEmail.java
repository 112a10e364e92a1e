package io.github.ticryptexporter.simulator.wire;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** One of the addresses of a MonoCloud account. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public final class MonoCloudEmail {
    public List<String> authenticators = List.of();
    public boolean verified;
    public String id = "";
    public String email = "";
    public boolean primary;
    public List<String> idps = List.of();
}
