package io.github.ticryptexporter.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The identity providers beside the site. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityProvidersTest {
    private static final String MONOCLOUD = "/__identity/monocloud/api/users";
    private static final String ALLTHENTICATE = "/__identity/allthenticate/multipleusers";

    private final TestSite site = TestSite.small();

    @BeforeEach
    void calmDown() {
        site.site.scenario(Scenario.CALM);
    }

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    void keysFollowFromTheSeed() {
        assertEquals(
                List.of("monocloud", "allthenticate"),
                List.copyOf(site.site.identityKeys().keySet()));
        assertEquals(site.site.identityKeys(), new SimulatedSite(TestSite.settings(1, 1), site.clock).identityKeys());
        assertNotEquals(
                site.site.identityKeys(), new SimulatedSite(TestSite.settings(2, 1), site.clock).identityKeys());
    }

    @ParameterizedTest
    @CsvSource({
        MONOCLOUD + ", X-API-KEY, monocloud, 200",
        MONOCLOUD + ", X-API-KEY, allthenticate, 401",
        MONOCLOUD + ", Authorization, monocloud, 401",
        ALLTHENTICATE + ", X-Simulated-Key, allthenticate, 200",
        ALLTHENTICATE + ", X-Simulated-Key, monocloud, 401",
        ALLTHENTICATE + ", X-API-KEY, allthenticate, 401"
    })
    void aProviderTakesItsOwnKeyInItsOwnHeader(String path, String header, String key, int status) {
        HttpResponse<String> response = TestSite.exchange(site.request(path)
                .header(header, String.valueOf(site.site.identityKeys().get(key)))
                .build());
        assertEquals(status, response.statusCode());
    }

    @Test
    void aTokenOfTheSiteOpensNoProvider() {
        assertEquals(401, site.get(MONOCLOUD, "user.full").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void nothingCanBeChangedThere(String verb) {
        for (String path : List.of(MONOCLOUD, ALLTHENTICATE)) {
            HttpRequest request =
                    withKeys(path).method(verb, TestSite.publisher("{}")).build();
            assertTrue(Set.of(404, 405).contains(TestSite.exchange(request).statusCode()), verb + " " + path);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            '';                10;  1;  false; true
            ?page=2;           10;  2;  true;  true
            ?page=2&size=3;    3;   2;  true;  true
            ?size=500;         100; 1;  false; true
            ?page=2&size=100;  5;   2;  true;  false
            ?page=99;          0;   99; true;  false
            """)
    void aPageTellsOfTheOthers(String query, int size, int page, boolean hasPrevious, boolean hasNext)
            throws Exception {
        HttpResponse<String> response = TestSite.exchange(
                withKeys(MONOCLOUD + (query == null ? "" : query)).build());
        assertEquals(size, TestSite.json(response).size());
        JsonNode pagination = TestSite.JSON.readTree(
                response.headers().firstValue("X-Pagination").orElseThrow());
        assertEquals(
                List.of("page_size", "current_page", "total_count", "has_previous", "has_next"), names(pagination));
        assertEquals(105, pagination.get("total_count").intValue());
        assertEquals(
                List.of(page, hasPrevious, hasNext),
                List.of(
                        pagination.get("current_page").intValue(),
                        pagination.get("has_previous").booleanValue(),
                        pagination.get("has_next").booleanValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?page=0", "?page=-1", "?size=0", "?page=one", "?page=99999999999"})
    void aPageThatThereCannotBeIsABadRequest(String query) {
        assertEquals(400, TestSite.exchange(withKeys(MONOCLOUD + query).build()).statusCode());
    }

    @Test
    void anAccountHasTheFieldsOfItsDocument() {
        Set<String> monoCloud = new TreeSet<>();
        monoCloud().forEach(account -> monoCloud.addAll(names(account)));
        assertEquals(
                new TreeSet<>(Set.of(
                        "creation_time",
                        "passkeys",
                        "last_updated",
                        "private_data",
                        "idps",
                        "emails",
                        "phone_numbers",
                        "password_updated_at",
                        "user_id",
                        "claims",
                        "public_data",
                        "disabled",
                        "username",
                        "has_password")),
                monoCloud);
        Set<String> allthenticate = new TreeSet<>();
        allthenticate().forEach(account -> allthenticate.addAll(names(account)));
        assertEquals(
                new TreeSet<>(Set.of(
                        "ad_status",
                        "active_date",
                        "confirmed",
                        "created",
                        "device_added",
                        "email",
                        "email_id",
                        "email_status",
                        "first_name",
                        "groups",
                        "last_name",
                        "name",
                        "user_id",
                        "username",
                        "unique_id")),
                allthenticate);
    }

    @Test
    void aCalmSiteDisagreesInNothingThatIsUrgent() {
        Set<String> harmless = Set.of("deactivated_but_enabled", "active_but_unknown");
        try (TestSite calm = TestSite.of(2, 0.05)) {
            assertTrue(harmless.containsAll(disagreements(calm).keySet()));
            calm.ticks(600);
            assertTrue(harmless.containsAll(disagreements(calm).keySet()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void driftBringsEveryKindAndTakesItAwayAgain(long seed) {
        try (TestSite drifting = TestSite.of(seed, 0.02)) {
            Map<String, Integer> calm = disagreements(drifting);
            drifting.site.scenario(Scenario.DRIFT);
            Map<String, Integer> drift = disagreements(drifting);
            assertTrue(
                    drift.keySet().containsAll(Set.of("active_but_disabled", "active_but_unknown", "ambiguous")),
                    drift::toString);
            assertEquals(
                    calm.getOrDefault("deactivated_but_enabled", 0) + 1,
                    drift.getOrDefault("deactivated_but_enabled", 0));
            drifting.site.scenario(Scenario.CALM);
            assertEquals(calm, disagreements(drifting));
        }
    }

    @Test
    void aLeaverHasVmsGoingOn() {
        site.site.scenario(Scenario.DRIFT);
        Set<String> disabled = new HashSet<>();
        monoCloud().stream()
                .filter(account -> account.get("disabled").booleanValue())
                .forEach(account -> disabled.addAll(emails(account)));
        Picture picture = Picture.of(site);
        Set<String> leavers = new HashSet<>();
        for (JsonNode user : picture.users()) {
            if (user.get("state").asText().equals("Active")
                    && disabled.contains(user.get("email").asText())) {
                leavers.add(user.get("id").asText());
            }
        }
        assertTrue(picture.vms().stream()
                .anyMatch(vm -> leavers.contains(vm.get("owner").asText())));
    }

    /** How users and MonoCloud's accounts disagree, by kind; kinds without any are left out. */
    private static Map<String, Integer> disagreements(TestSite at) {
        Map<String, Integer> accounts = new HashMap<>();
        Map<String, Boolean> disabled = new HashMap<>();
        for (JsonNode account : monoCloud(at)) {
            for (String email : emails(account)) {
                accounts.merge(email, 1, Integer::sum);
                disabled.put(email, account.get("disabled").booleanValue());
            }
        }
        Map<String, Integer> found = new TreeMap<>();
        for (JsonNode user : Picture.of(at).users()) {
            String kind = kind(user, accounts, disabled.get(user.get("email").asText()));
            if (!kind.isEmpty()) {
                found.merge(kind, 1, Integer::sum);
            }
        }
        return found;
    }

    private static String kind(JsonNode user, Map<String, Integer> accounts, @Nullable Boolean disabled) {
        boolean active = user.get("state").asText().equals("Active");
        if (accounts.getOrDefault(user.get("email").asText(), 0) > 1) {
            return "ambiguous";
        }
        if (disabled == null) {
            return active ? "active_but_unknown" : "";
        }
        return active == disabled ? active ? "active_but_disabled" : "deactivated_but_enabled" : "";
    }

    private static Set<String> emails(JsonNode account) {
        Set<String> emails = new HashSet<>();
        account.get("emails")
                .forEach(email -> emails.add(email.get("email").asText().toLowerCase(Locale.ROOT)));
        return emails;
    }

    private List<JsonNode> monoCloud() {
        return monoCloud(site);
    }

    private static List<JsonNode> monoCloud(TestSite at) {
        List<JsonNode> accounts = new ArrayList<>();
        for (int page = 1; page == 1 || accounts.size() == (page - 1) * 100; page++) {
            String path = MONOCLOUD + "?size=100&page=" + page;
            TestSite.json(TestSite.exchange(withKeys(at, path).build())).forEach(accounts::add);
        }
        return accounts;
    }

    private List<JsonNode> allthenticate() {
        List<JsonNode> accounts = new ArrayList<>();
        TestSite.json(TestSite.exchange(withKeys(ALLTHENTICATE).build())).forEach(accounts::add);
        return accounts;
    }

    private HttpRequest.Builder withKeys(String path) {
        return withKeys(site, path);
    }

    private static HttpRequest.Builder withKeys(TestSite at, String path) {
        return at.request(path)
                .header("X-API-KEY", String.valueOf(at.site.identityKeys().get("monocloud")))
                .header(
                        SimulatedSite.ALLTHENTICATE_HEADER,
                        String.valueOf(at.site.identityKeys().get("allthenticate")));
    }

    private static List<String> names(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .toList();
    }
}
