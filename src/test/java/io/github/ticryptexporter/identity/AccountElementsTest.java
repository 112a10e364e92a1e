package io.github.ticryptexporter.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.api.ApiResult;
import io.github.ticryptexporter.fleet.AccountState;
import io.github.ticryptexporter.fleet.AnomalyKind;
import io.github.ticryptexporter.fleet.IdentityProvider;
import io.github.ticryptexporter.fleet.IdentityUser;
import io.github.ticryptexporter.fleet.LoginEmail;
import io.github.ticryptexporter.identity.FakeProvider.Answer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The JSON text of accounts to their records, as the providers' documents show it and worse. */
class AccountElementsTest {

    /** The sample of MonoCloud's document, with two addresses. */
    private static final String MONOCLOUD = """
            [{"creation_time":1640975400,"passkeys":[{"public_key":"x","name":"given-0042"}],"last_updated":1640975400,
              "private_data":{"emails":[{"email":"given-0042@example.edu"}]},
              "idps":[{"provider_user_id":"7","claims":{"email":"given-0042@example.edu"},"authenticator":"google"}],
              "emails":[{"authenticators":["email"],"verified":false,"id":"6c","email":"Given-0042@Example.edu",
                         "primary":false,"idps":["monocloud"]},
                        {"verified":true,"id":"6d","email":"alias-0042@example.edu","primary":true}],
              "phone_numbers":[{"phone":"+00","id":"ab"}],"password_updated_at":1640975400,"user_id":"mc-0042",
              "claims":{"name":"given-0042"},"disabled":true,"username":{"username":"given-0042"},"has_password":true}]""";

    /** The sample of Allthenticate's document, made into JSON. */
    private static final String ALLTHENTICATE = """
            [{"ad_status":"ACTIVE","active_date":"2020-03-20 01:30:34","confirmed":"2020-03-20 01:30:16",
              "created":"2020-03-20 01:30:05","device_added":"2023-01-23 23:46:35","email":"given-0042@example.edu",
              "email_id":1,"email_status":"CONFIRMED","first_name":"given-0042","groups":[["Employees"]],
              "last_name":"family-0042","name":"given-0042","user_id":1,"username":"given-0042","unique_id":"x",
              "name":"given-0042 family-0042"}]""";

    @Test
    void aMonoCloudAccountHasAllItsAddressesAndWhetherItIsDisabled() throws Exception {
        assertEquals(
                List.of(new IdentityUser(
                        "mc-0042",
                        LoginEmail.allOf(List.of("given-0042@example.edu", "alias-0042@example.edu")),
                        AccountState.DISABLED)),
                read(IdentityProvider.MONOCLOUD, MONOCLOUD).items());
    }

    @Test
    void anAllthenticateAccountHasItsAddressAndItsState() throws Exception {
        ApiResult.Ok<IdentityUser> ok = read(IdentityProvider.ALLTHENTICATE, ALLTHENTICATE);
        assertEquals(
                List.of(new IdentityUser(
                        "1", LoginEmail.allOf(List.of("given-0042@example.edu")), AccountState.ACTIVE)),
                ok.items());
        assertEquals(Map.of(), ok.anomalies());
    }

    @Test
    void nothingOfAnAccountThatIsAboutAPersonCanBeShown() throws Exception {
        assertEquals(
                "[IdentityUser[id=mc-0042, emails=[***, ***], state=DISABLED]]",
                read(IdentityProvider.MONOCLOUD, MONOCLOUD).items().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            "ad_status":"ACTIVE","email_status":"CONFIRMED";    ACTIVE;      {}
            "ad_status":"active","email_status":"CONFIRMED";    OTHER;       {UNKNOWN_ENUM=1}
            "ad_status":"SUSPENDED","email_status":"CONFIRMED"; SUSPENDED;   {}
            "ad_status":"ACTIVE","email_status":"SUSPENDED";    SUSPENDED;   {}
            "ad_status":"SUSPENDED","email_status":"PENDING";   SUSPENDED;   {}
            "ad_status":"ACTIVE","email_status":"PENDING";      UNCONFIRMED; {}
            "ad_status":"ACTIVE","email_status":null;           UNCONFIRMED; {MISSING_FIELD=1}
            "ad_status":"ACTIVE";                               UNCONFIRMED; {MISSING_FIELD=1}
            "ad_status":null,"email_status":"CONFIRMED";        OTHER;       {}
            "email_status":"CONFIRMED";                         OTHER;       {}
            "ad_status":"LOST","email_status":"CONFIRMED";      OTHER;       {UNKNOWN_ENUM=1}
            "ad_status":7,"email_status":"CONFIRMED";           OTHER;       {BAD_VALUE=1}
            "ad_status":"ACTIVE","email_status":7;              UNCONFIRMED; {BAD_VALUE=1}
            """)
    void theStateOfAnAllthenticateAccountFollowsFromBothItsStatuses(
            String statuses, AccountState state, String anomalies) throws Exception {
        ApiResult.Ok<IdentityUser> ok =
                read(IdentityProvider.ALLTHENTICATE, "[{\"user_id\":1,\"email\":\"a\"," + statuses + "}]");
        assertEquals(state, ok.items().get(0).state());
        assertEquals(anomalies, ok.anomalies().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            "user_id":"a","disabled":false,"emails":[];                              ENABLED;  0; {}
            "user_id":7,"disabled":true,"emails":[{"email":"a"},{"email":"A"}];      DISABLED; 1; {}
            "user_id":"a","emails":[{"email":"a"}];                                  ENABLED;  1; {MISSING_FIELD=1}
            "user_id":"a","disabled":"true","emails":[{"email":"a"}];                ENABLED;  1; {BAD_VALUE=1}
            "user_id":"a","disabled":true;                                           DISABLED; 0; {MISSING_FIELD=1}
            "user_id":"a","disabled":true,"emails":null;                             DISABLED; 0; {MISSING_FIELD=1}
            "user_id":"a","disabled":true,"emails":{"email":"a"};                    DISABLED; 0; {BAD_VALUE=1}
            "user_id":"a","disabled":true,"emails":["a",{"email":"b"}];              DISABLED; 1; {BAD_VALUE=1}
            "user_id":"a","disabled":true,"emails":[{"email":7},{"email":" "},{}];   DISABLED; 0; {BAD_VALUE=1}
            """)
    void whatCannotBeReadOfAMonoCloudAccountIsDroppedAndTheAccountStays(
            String fields, AccountState state, int emails, String anomalies) throws Exception {
        ApiResult.Ok<IdentityUser> ok = read(IdentityProvider.MONOCLOUD, "[{" + fields + "}]");
        assertEquals(state, ok.items().get(0).state());
        assertEquals(emails, ok.items().get(0).emails().size());
        assertEquals(anomalies, ok.anomalies().toString());
    }

    @ParameterizedTest
    @EnumSource(IdentityProvider.class)
    void anAccountWithoutAnIdAndAnAddressIsDropped(IdentityProvider provider) throws Exception {
        ApiResult.Ok<IdentityUser> ok =
                read(provider, "[{\"user_id\":\"\"},{\"disabled\":true},{\"user_id\":1,\"email\":\"a\"}]");
        assertEquals(1, ok.items().size());
        assertEquals("2", String.valueOf(ok.anomalies().get(AnomalyKind.BAD_ELEMENT)));
    }

    @ParameterizedTest
    @EnumSource(IdentityProvider.class)
    void anAddressWillDoForAnId(IdentityProvider provider) throws Exception {
        ApiResult.Ok<IdentityUser> ok = read(provider, """
                [{"email":"a","emails":[{"email":"a"}]},{"email":"A","emails":[{"email":"A"}]},
                 {"email":"b","emails":[{"email":"b"}]}]""");
        assertEquals(2, ok.items().size());
        assertEquals("1", String.valueOf(ok.anomalies().get(AnomalyKind.DUPLICATE_ID)));
    }

    @Test
    void allthenticatesUniqueIdWillDoForAnId() throws Exception {
        assertEquals(
                Set.of("x"),
                Set.of(read(
                                IdentityProvider.ALLTHENTICATE,
                                "[{\"unique_id\":\"x\",\"email\":\"a\",\"email_status\":\"CONFIRMED\"}]")
                        .items()
                        .get(0)
                        .id()));
    }

    @ParameterizedTest
    @EnumSource(IdentityProvider.class)
    void anObjectIsNoList(IdentityProvider provider) throws Exception {
        assertEquals(
                "malformed: GET " + Listing.of(provider).path() + ": $: expected a JSON array, but was an object",
                outcome(provider, "{\"users\":[]}"));
    }

    @Test
    void theSampleAsItIsPrintedIsNoJson() throws Exception {
        assertEquals(
                "malformed: GET /multipleusers: expected JSON in UTF-8, but it is broken at byte 28",
                outcome(
                        IdentityProvider.ALLTHENTICATE,
                        "[ { \"ad_status\": \"ACTIVE\",  # Authentication Device Status\n } ]"));
    }

    private static ApiResult.Ok<IdentityUser> read(IdentityProvider provider, String json) throws Exception {
        try (FakeProvider server = server(json)) {
            return (ApiResult.Ok<IdentityUser>) reads(provider, server).result();
        }
    }

    private static String outcome(IdentityProvider provider, String json) throws Exception {
        try (FakeProvider server = server(json)) {
            return reads(provider, server).outcome();
        }
    }

    private static FakeProvider server(String json) throws Exception {
        return FakeProvider.answering(request -> Answer.json(json).with("X-Pagination", "{\"has_next\":false}"));
    }

    private static ProviderReads reads(IdentityProvider provider, FakeProvider server) {
        return switch (provider) {
            case MONOCLOUD -> ProviderReads.monoCloud(server.uri());
            case ALLTHENTICATE -> ProviderReads.allthenticate(server.uri());
        };
    }
}
