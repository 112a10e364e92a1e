package io.github.ticryptexporter.simulator.wire;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account at Allthenticate, as the sample answer of its document shows one; times are text without a zone. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public final class AllthenticateUser {
    /** The state of the authentication device: ACTIVE in the sample, and SUSPENDED as /togglesuspension names it. */
    public @Nullable String adStatus;

    public @Nullable String activeDate;
    public @Nullable String confirmed;
    public @Nullable String created;
    public @Nullable String deviceAdded;
    public String email = "";
    public long emailId;
    /** CONFIRMED in the sample. */
    public @Nullable String emailStatus;

    public String firstName = "";
    public List<List<String>> groups = List.of();
    public String lastName = "";
    public String name = "";
    public long userId;
    public String username = "";
    public String uniqueId = "";
}
