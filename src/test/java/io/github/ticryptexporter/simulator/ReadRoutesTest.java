package io.github.ticryptexporter.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadRoutesTest {
    private static final TestSite SITE = TestSite.small();

    @AfterAll
    static void close() {
        SITE.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/drives, drive",
        "/api/vms/libvirt/active, vm",
        "/api/vms/libvirt/configs, vm",
        "/api/teams, team",
        "/api/projects, project",
        "/api/users, user"
    })
    void aListRouteAnswersAJsonArrayOfObjects(String path, String token) {
        HttpResponse<String> response = SITE.get(path, token);
        assertEquals(200, response.statusCode());
        assertEquals(
                "application/json",
                response.headers().firstValue("Content-Type").orElseThrow());
        JsonNode list = TestSite.json(response);
        assertTrue(list.isArray() && list.size() > 1, response.body());
        list.forEach(element -> assertTrue(element.isObject()));
    }

    @Test
    void realmsHaveImagesConfigsAndVmsOfTheirOwn() {
        Picture picture = Picture.of(SITE);
        picture.realms()
                .forEach(realm -> realm.vms()
                        .forEach(
                                vm -> assertEquals(realm.id(), vm.get("realmID").asText())));
        assertTrue(picture.realms().get(0).images().size() > 0);
        assertTrue(picture.realms().get(1).images().size() > 0);
    }

    @Test
    void imagesAreAskedForWithABodyOnGet() {
        assertEquals(6, SITE.images("libvirt").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "", "[]", "{\"realm\": null}", "{\"realm\": 1}", "{\"realm\"", "{\"realm\":\"x\"} {}"})
    void imagesWithoutARealmAreABadRequest(String body) {
        assertEquals(400, SITE.send("GET", "/api/vms/images", "vm", body).statusCode());
    }

    @Test
    void quotasOfATeamAreThoseInTheListOfTeams() {
        for (JsonNode team : SITE.read("/api/teams", "team")) {
            String body = "{\"team\": \"" + team.get("id").asText() + "\"}";
            HttpResponse<String> response = SITE.send("GET", "/api/teams/quotas", "team", body);
            assertEquals(200, response.statusCode());
            assertEquals(team.get("teamQuotas"), TestSite.json(response));
        }
    }

    @Test
    void quotasNeedATeamThatExists() {
        assertEquals(400, SITE.send("GET", "/api/teams/quotas", "team", "{}").statusCode());
        HttpResponse<String> unknown = SITE.send("GET", "/api/teams/quotas", "team", "{\"team\": \"team|nobody\"}");
        assertEquals(404, unknown.statusCode());
        assertEquals("{\"message\":\"no such team\"}", unknown.body());
    }

    @Test
    void aProjectIsFoundByItsPercentEncodedId() {
        JsonNode project = SITE.read("/api/projects", "project").get(0);
        String path = "/api/projects/" + project.get("id").asText().replace("|", "%7C");
        assertEquals(project, SITE.read(path, "project"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/projects/proj%7Cnobody, project, no such project",
        "/api/vms/nowhere/active, vm, no such realm",
        "/api/vms/nowhere/configs, vm, no such realm"
    })
    void whatDoesNotExistIsNotFound(String path, String token, String message) {
        HttpResponse<String> response = SITE.get(path, token);
        assertEquals(404, response.statusCode());
        assertEquals("{\"message\":\"" + message + "\"}", response.body());
    }

    @Test
    void imagesOfAnUnknownRealmAreNotFound() {
        assertEquals(
                404,
                SITE.send("GET", "/api/vms/images", "vm", "{\"realm\": \"nowhere\"}")
                        .statusCode());
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/nothing", "GET, /", "POST, /api/drives", "DELETE, /api/teams", "PUT, /api/users"})
    void aRouteThatTheDocumentDoesNotHaveIsNotFound(String method, String path) {
        HttpResponse<String> response = SITE.send(method, path, "drive.full", null);
        assertEquals(404, response.statusCode());
        assertTrue(TestSite.json(response).get("message").isTextual());
    }

    @Test
    void everyAnswerIsDatedByTheInjectedClock() {
        HttpResponse<String> found = SITE.get("/api/teams", "team");
        assertEquals(
                "Sun, 01 Mar 2026 12:00:00 GMT",
                found.headers().firstValue("Date").orElseThrow());
        HttpResponse<String> missing = SITE.get("/nothing", "team");
        assertEquals(
                "Sun, 01 Mar 2026 12:00:00 GMT",
                missing.headers().firstValue("Date").orElseThrow());
        SITE.site.dateSkew(Duration.ofMinutes(-5));
        HttpResponse<String> skewed = SITE.get("/api/teams", "team");
        SITE.site.heal();
        assertEquals(
                "Sun, 01 Mar 2026 11:55:00 GMT",
                skewed.headers().firstValue("Date").orElseThrow());
    }

    @Test
    void aListIsCompressedForAClientThatAcceptsGzip() throws IOException {
        HttpResponse<byte[]> response = drives("deflate, gzip;q=0.8");
        assertEquals("gzip", response.headers().firstValue("Content-Encoding").orElseThrow());
        byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
        assertEquals(SITE.read("/api/drives", "drive"), TestSite.JSON.readTree(unpacked));
    }

    @Test
    void aListIsPlainForAClientThatRefusesGzip() throws IOException {
        HttpResponse<byte[]> response = drives("gzip;q=0, identity");
        assertTrue(response.headers().firstValue("Content-Encoding").isEmpty());
        assertTrue(TestSite.JSON.readTree(response.body()).isArray());
    }

    private static HttpResponse<byte[]> drives(String acceptEncoding) {
        HttpRequest request = SITE.request(
                        "/api/drives?token=" + SITE.site.tokens().get("drive"))
                .header("Accept-Encoding", acceptEncoding)
                .build();
        return TestSite.exchange(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
