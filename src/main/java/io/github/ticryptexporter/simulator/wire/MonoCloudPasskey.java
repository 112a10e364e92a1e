package io.github.ticryptexporter.simulator.wire;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** One of the passkeys of a MonoCloud account. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public final class MonoCloudPasskey {
    public String publicKey = "";
    public boolean backupState;
    public boolean userPresent;
    public boolean backupEligibility;
    public String aaGuid = "";
    public String name = "";
    public String passkeyId = "";
    public String userAgent = "";
    public boolean userVerified;
}
