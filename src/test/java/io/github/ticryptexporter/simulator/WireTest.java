package io.github.ticryptexporter.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticryptexporter.simulator.Picture.RealmPicture;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is served against the interfaces of the API document. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WireTest {
    private final TestSite site = TestSite.of(1, 1);
    private Picture picture = Picture.of(site);

    @BeforeAll
    void letTimePass() {
        site.ticks(200);
        picture = Picture.of(site);
    }

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    void everyListedObjectKeepsToItsInterface() throws IOException {
        Interfaces interfaces = new Interfaces();
        checkLists(interfaces);
        assertEquals(Set.of(), interfaces.violations());
    }

    @Test
    void everyFieldOfAListedInterfaceAppearsSomewhere() throws IOException {
        Interfaces interfaces = new Interfaces();
        checkLists(interfaces);
        assertEquals(
                Map.of(),
                interfaces.neverSeen(
                        "DriveInfo",
                        "ImageInfo",
                        "VMConfigInfo",
                        "VirtualMachine",
                        "TeamInfo",
                        "ProjectInfo",
                        "UserInfo",
                        "TeamMemberInfo",
                        "QuotasTyped",
                        "HostUsage",
                        "HostAndPort",
                        "VMCInfo",
                        "LibvirtExtraInfo"));
    }

    private void checkLists(Interfaces interfaces) {
        interfaces.checkAll("DriveInfo", picture.drives());
        interfaces.checkAll("TeamInfo", picture.teams());
        interfaces.checkAll("ProjectInfo", picture.projects());
        interfaces.checkAll("UserInfo", picture.users());
        for (RealmPicture realm : picture.realms()) {
            interfaces.checkAll("ImageInfo", realm.images());
            interfaces.checkAll("VMConfigInfo", realm.configs());
            interfaces.checkAll("VirtualMachine", realm.vms());
        }
    }

    @Test
    void everyObjectThatAnotherRouteAnswersKeepsToItsInterface() throws IOException {
        Interfaces interfaces = new Interfaces();
        String brick = picture.vms().get(0).get("brick").asText();
        String team = picture.teams().get(0).get("id").asText();
        String image = """
                {"realm": "libvirt", "info": {"pool": "p", "volume": "v", "deviceBusType": "scsi"}}""";
        interfaces.check("ImageInfo", mutate("POST", "/api/vms/images", "vm.full", image), "image");
        String edit = "{\"id\": \"" + brick + "\", \"params\": {\"vcores\": 6}}";
        interfaces.check("BrickInfo", mutate("PATCH", "/api/vms/bricks", "vm.full", edit), "brick");
        String named = "{\"name\": \"Team-new\", \"desc\": \"invented\"}";
        interfaces.check("TeamInfo", mutate("POST", "/api/teams", "team.full", named), "team");
        String quotas = "{\"team\": \"" + team + "\", \"quotas\": {\"cores\": 9999}}";
        interfaces.check("TeamInfo", mutate("PATCH", "/api/teams/quotas", "team.full", quotas), "team");
        String asked = "{\"team\": \"" + team + "\"}";
        interfaces.check("QuotasTyped", mutate("GET", "/api/teams/quotas", "team", asked), "quotas");
        String project = picture.projects().get(0).get("id").asText().replace("|", "%7C");
        interfaces.check("ProjectInfo", mutate("GET", "/api/projects/" + project, "project", null), "project");
        assertEquals(Set.of(), interfaces.violations());
    }

    private JsonNode mutate(String method, String path, String token, @Nullable String body) {
        return TestSite.json(site.send(method, path, token, body));
    }

    @Test
    void theSixteenInterfacesOfTheDocumentAreTheTable() throws IOException {
        assertEquals(16, new Interfaces().names().size());
    }

    @Test
    void aDriveIsInOneOfTheFiveStatesOfTheDocument() {
        Set<String> states = new TreeSet<>(values(picture.drives(), "state"));
        states.removeAll(Set.of("Ready", "ReadOnly", "ReadWrite", "Transferring", "Initializing"));
        assertEquals(Set.of(), states);
    }

    @Test
    void formatsImageTypesAndDeactivationsAreThoseOfTheDocument() {
        assertEquals(Set.of("ext4", "xfs", "btrfs", "zfs", "ntfs"), values(picture.drives(), "format"));
        assertEquals(Set.of("linux", "windows"), values(picture.realms().get(0).images(), "imageType"));
        assertEquals(
                Set.of("Admin", "FailedPassword", "Timeout", "XSS", "Registration"),
                values(picture.users(), "deactivationType"));
    }

    private static Set<String> values(Iterable<JsonNode> objects, String field) {
        return StreamSupport.stream(objects.spliterator(), false)
                .filter(object -> object.has(field))
                .map(object -> object.get(field).asText())
                .collect(Collectors.toSet());
    }

    @Test
    void everyOptionalFieldOfAVmIsMissingSomewhere() {
        List<String> optional =
                List.of("pubkey", "team", "project", "resources", "ownerType", "lastPing", "shutDown", "config");
        List<String> always = optional.stream()
                .filter(field -> picture.vms().stream().allMatch(vm -> vm.has(field)))
                .toList();
        assertEquals(List.of(), always);
    }
}
