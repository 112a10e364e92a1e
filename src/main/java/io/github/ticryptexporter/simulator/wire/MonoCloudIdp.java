package io.github.ticryptexporter.simulator.wire;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Map;

/** What another provider vouches for in a MonoCloud account. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public final class MonoCloudIdp {
    public String providerUserId = "";
    public Map<String, Object> claims = Map.of();
    public String authenticator = "";
}
