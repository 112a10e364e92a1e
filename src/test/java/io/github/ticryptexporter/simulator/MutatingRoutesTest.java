package io.github.ticryptexporter.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MutatingRoutesTest {
    private final TestSite site = TestSite.small();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aCreatedImageIsListedInItsRealm() {
        HttpResponse<String> created = createImage("""
                {"realm": "libvirt", "name": "new", "size": 5368709120, "imageType": "linux", "limit": 5,
                 "info": {"pool": "p", "volume": "v.qcow2", "deviceBusType": "virtio"},
                 "settings": {"driveFormats": ["ext4", "xfs"]}}""");
        assertEquals(200, created.statusCode(), created.body());
        JsonNode images = site.images("libvirt");
        assertEquals(7, images.size());
        assertEquals(TestSite.json(created), images.get(6));
        assertEquals(5_368_709_120L, images.get(6).get("size").longValue());
        assertEquals(6, site.images("libvirt2").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{}",
                "{\"realm\": \"libvirt\"}",
                "{\"realm\": \"libvirt\", \"info\": 1}",
                "{\"realm\": \"libvirt\", \"info\": {\"pool\": \"p\", \"volume\": \"v\"}}",
                "{\"info\": {\"pool\": \"p\", \"volume\": \"v\", \"deviceBusType\": \"scsi\"}}"
            })
    void anImageWithoutItsRequiredFieldsIsABadRequest(String body) {
        assertEquals(400, createImage(body).statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"imageType\": \"mac\"",
                "\"size\": -1",
                "\"limit\": 1.5",
                "\"limit\": 3000000000",
                "\"size\": 1e30",
                "\"settings\": {\"driveFormats\": [\"fat\"]}"
            })
    void anImageWithAnImpossibleValueIsUnprocessable(String field) {
        HttpResponse<String> response = createImage("""
                {"realm": "libvirt", "info": {"pool": "p", "volume": "v", "deviceBusType": "scsi"}, %s}""".formatted(field));
        assertEquals(422, response.statusCode(), response.body());
        assertEquals(6, site.images("libvirt").size());
    }

    @Test
    void anImageForAnUnknownRealmIsNotFound() {
        assertEquals(404, createImage("""
                        {"realm": "nowhere", "info": {"pool": "p", "volume": "v", "deviceBusType": "scsi"}}""").statusCode());
    }

    private HttpResponse<String> createImage(String body) {
        return site.send("POST", "/api/vms/images", "vm.full", body);
    }

    @Test
    void anEditedBrickKeepsWhatTheParametersLeaveOut() {
        String id = aBrick();
        JsonNode before = TestSite.json(editBrick(id, "{\"description\": \"as it is\"}"));
        site.ticks(5);
        JsonNode after = TestSite.json(editBrick(
                id,
                "{\"vcores\": 6, \"libvirt\": "
                        + "{\"image\": {\"pool\": \"p\", \"volume\": \"v\"}, \"video\": \"vnc\", \"pty\": true,"
                        + " \"clockOffset\": \"utc\", \"nic\": \"virtio\", \"devices\": {\"gpu-nvidia\": 1}}}"));
        assertEquals(6, after.get("vcores").intValue());
        assertEquals("vnc", after.get("libvirt").get("video").asText());
        assertEquals(1, after.get("libvirt").get("devices").get("gpu-nvidia").intValue());
        assertEquals(before.get("name"), after.get("name"));
        assertEquals(before.get("maxMemBytes"), after.get("maxMemBytes"));
        assertEquals(site.clock.millis(), after.get("modified").longValue());
    }

    @Test
    void aBrickIsOnlyEditedByARequestThatIsRightThroughout() {
        String id = aBrick();
        JsonNode before = TestSite.json(editBrick(id, "{}"));
        assertEquals(422, editBrick(id, "{\"name\": \"half\", \"vcores\": 0}").statusCode());
        assertEquals(before, TestSite.json(editBrick(id, "{}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"vcores\": 0}",
                "{\"maxMemBytes\": -5}",
                "{\"format\": \"dos\"}",
                "{\"realmID\": \"nowhere\"}",
                "{\"libvirt\": {\"image\": {\"pool\": \"p\", \"volume\": \"v\"}, \"video\": \"cga\"}}",
                "{\"whitelist\": {\"teamIDs\": [\"team|nobody\"]}}",
                "{\"whitelist\": {\"userIDs\": [\"nobody\"]}}"
            })
    void aBrickWithAnImpossibleValueIsUnprocessable(String params) {
        assertEquals(422, editBrick(aBrick(), params).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "null", "[]", "{\"vcores\": \"six\"}", "{\"libvirt\": {}}", "{\"name\": 7}"})
    void aBrickWithMalformedParametersIsABadRequest(String params) {
        assertEquals(400, editBrick(aBrick(), params).statusCode());
    }

    @Test
    void aBrickNeedsAnIdThatExists() {
        assertEquals(404, editBrick("nobody", "{}").statusCode());
        assertEquals(
                400,
                site.send("PATCH", "/api/vms/bricks", "vm.full", "{\"params\": {}}")
                        .statusCode());
    }

    private HttpResponse<String> editBrick(String id, String params) {
        String body = "{\"id\": \"" + id + "\", \"params\": " + params + "}";
        return site.send("PATCH", "/api/vms/bricks", "vm.full", body);
    }

    private String aBrick() {
        return Picture.of(site).vms().get(0).get("brick").asText();
    }

    @Test
    void aCreatedTeamIsListedWithoutMembersAndLimits() {
        HttpResponse<String> created =
                site.send("POST", "/api/teams", "team.full", "{\"name\": \"new\", \"desc\": \"invented\"}");
        assertEquals(200, created.statusCode());
        JsonNode teams = site.read("/api/teams", "team");
        JsonNode team = teams.get(teams.size() - 1);
        assertEquals(TestSite.json(created), team);
        assertTrue(team.get("id").asText().startsWith("team|"));
        assertTrue(team.get("members").isEmpty() && team.get("teamQuotas").isEmpty());
        site.ticks(300);
        assertEquals(Map.of(), Findings.of(site));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\": \"new\"}", "{\"desc\": \"d\"}", "{\"name\": 1, \"desc\": \"d\"}", "["})
    void aTeamWithoutNameAndDescriptionIsABadRequest(String body) {
        assertEquals(400, site.send("POST", "/api/teams", "team.full", body).statusCode());
    }

    @Test
    void aTeamWithABlankNameIsUnprocessable() {
        assertEquals(
                422,
                site.send("POST", "/api/teams", "team.full", "{\"name\": \" \", \"desc\": \"d\"}")
                        .statusCode());
    }

    @Test
    void aPatchedQuotaIsSeenByTheNextRead() {
        JsonNode team = site.read("/api/teams", "team").get(1);
        String id = team.get("id").asText();
        String quotas = "{\"cores\":128,\"memory\":274877906944,\"storage\":{\"drives\":2199023255552,\"vault\":0},"
                + "\"devices\":{\"gpu-nvidia\":4}}";
        HttpResponse<String> patched = site.editQuotas(id, quotas);
        assertEquals(200, patched.statusCode(), patched.body());
        JsonNode after = site.read("/api/teams", "team").get(1);
        assertEquals(TestSite.json(patched), after);
        assertEquals(quotas, after.get("teamQuotas").toString());
        assertEquals(team.get("perUserQuotas"), after.get("perUserQuotas"));
        assertEquals(
                quotas,
                site.send("GET", "/api/teams/quotas", "team", "{\"team\": \"" + id + "\"}")
                        .body());
    }

    @Test
    void aPatchThatLeavesALimitOutLiftsIt() {
        String id = site.read("/api/teams", "team").get(1).get("id").asText();
        assertEquals(
                "{}", TestSite.json(site.editQuotas(id, "{}")).get("teamQuotas").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"cores\": -1}", "{\"memory\": 0.5}", "{\"storage\": {\"vault\": -1}}"})
    void anImpossibleQuotaIsUnprocessable(String quotas) {
        String id = site.read("/api/teams", "team").get(0).get("id").asText();
        assertEquals(422, site.editQuotas(id, quotas).statusCode());
    }

    @Test
    void aQuotaNeedsATeamThatExistsAndItsValues() {
        String id = site.read("/api/teams", "team").get(0).get("id").asText();
        assertEquals(404, site.editQuotas("team|nobody", "{}").statusCode());
        assertEquals(400, site.editQuotas(id, "null").statusCode());
        assertEquals(400, site.editQuotas(id, "{\"cores\": \"many\"}").statusCode());
        assertEquals(
                400,
                site.send("PATCH", "/api/teams/quotas", "team.full", "{\"quotas\": {}}")
                        .statusCode());
    }

    @Test
    void aDisabledUserIsDeactivatedByAnAdministrator() {
        JsonNode user = site.read("/api/users", "user").get(11);
        assertEquals("Active", user.get("state").asText());
        assertEquals(200, disable("[\"" + user.get("id").asText() + "\"]").statusCode());
        JsonNode after = site.read("/api/users", "user").get(11);
        assertEquals(
                List.of("Deactivated", "Admin"),
                List.of(
                        after.get("state").asText(),
                        after.get("deactivationType").asText()));
    }

    @Test
    void somebodyDisabledOnJoiningIsNotActivatedAfterwards() {
        int members = site.read("/api/users", "user").size();
        for (int look = 0; look < 1_000 && site.read("/api/users", "user").size() == members; look++) {
            site.ticks(30);
        }
        JsonNode user = site.read("/api/users", "user").get(members);
        assertEquals("New", user.get("state").asText());
        assertEquals(200, disable("[\"" + user.get("id").asText() + "\"]").statusCode());
        site.ticks(300);
        assertEquals(
                "Deactivated",
                site.read("/api/users", "user").get(members).get("state").asText());
    }

    @Test
    void aSuperAdminCannotBeDisabledNorAnyoneNamedBesides() {
        JsonNode users = site.read("/api/users", "user");
        assertEquals("SuperAdmin", users.get(0).get("role").asText());
        String both = "[\"" + users.get(11).get("id").asText() + "\", \""
                + users.get(0).get("id").asText() + "\"]";
        HttpResponse<String> response = disable(both);
        assertEquals(403, response.statusCode());
        assertEquals("{\"message\":\"a super-admin cannot be disabled\"}", response.body());
        assertEquals(users, site.read("/api/users", "user"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"one\"", "[1]", "{}"})
    void disablingNobodyIsABadRequest(String users) {
        assertEquals(400, disable(users).statusCode());
    }

    @Test
    void disablingSomebodyUnknownIsNotFound() {
        assertEquals(404, disable("[\"nobody\"]").statusCode());
    }

    private HttpResponse<String> disable(String users) {
        return site.send("POST", "/api/users/disable", "user.full", "{\"users\": " + users + "}");
    }
}
