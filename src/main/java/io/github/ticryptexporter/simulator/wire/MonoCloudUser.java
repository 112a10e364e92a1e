package io.github.ticryptexporter.simulator.wire;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An account at MonoCloud, as the sample answer of its document shows one; times are epoch seconds. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public final class MonoCloudUser {
    public long creationTime;
    public List<MonoCloudPasskey> passkeys = List.of();
    public long lastUpdated;
    public Map<String, Object> privateData = Map.of();
    public List<MonoCloudIdp> idps = List.of();
    public List<MonoCloudEmail> emails = List.of();
    public List<MonoCloudPhone> phoneNumbers = List.of();
    public @Nullable Long passwordUpdatedAt;
    public String userId = "";
    public Map<String, Object> claims = Map.of();
    public Map<String, Object> publicData = Map.of();
    public boolean disabled;
    public @Nullable MonoCloudUsername username;
    public boolean hasPassword;
}
