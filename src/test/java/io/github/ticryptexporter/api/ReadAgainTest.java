package io.github.ticryptexporter.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.fleet.UserInfo;
import io.github.ticryptexporter.simulator.Fault;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.testing.QuietLibraries;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client that reads a second time: what did not change is not there twice. */
@ExtendWith(QuietLibraries.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadAgainTest {

    private static final SourceId DRIVES = SourceId.site(Api.DRIVES);
    private static final SourceId USERS = SourceId.site(Api.USERS);

    private final SimulatedSite site = TestSite.started();

    @BeforeEach
    void heal() {
        site.heal();
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @Test
    void objectsThatDidNotChangeAreTheSameObjects() throws Exception {
        ApiClient client = client();
        List<?> before = items(client, DRIVES);
        List<?> after = items(client, DRIVES);

        assertNotSame(before, after);
        assertEquals(before.size(), after.size());
        for (int i = 0; i < before.size(); i++) {
            assertSame(before.get(i), after.get(i));
        }
    }

    @Test
    void anObjectThatChangedIsAnotherWithTheSameTexts() throws Exception {
        site.fault("/api/drives", answering("[{\"id\":\"d\",\"owner\":\"u\",\"capacity\":1}]"));
        ApiClient client = client();
        DriveInfo before = (DriveInfo) items(client, DRIVES).get(0);
        site.fault("/api/drives", answering("[{\"id\":\"d\",\"owner\":\"u\",\"capacity\":2}]"));
        DriveInfo after = (DriveInfo) items(client, DRIVES).get(0);

        assertEquals(1, before.capacityBytes());
        assertEquals(2, after.capacityBytes());
        assertSame(before.id(), after.id());
        assertSame(before.owner(), after.owner());
    }

    @Test
    void anIdIsOneTextInEveryListThatHasIt() throws Exception {
        ApiClient client = client();
        List<?> drives = items(client, DRIVES);
        Map<String, String> users = new HashMap<>();
        for (Object user : items(client, USERS)) {
            users.put(((UserInfo) user).id(), ((UserInfo) user).id());
        }
        List<String> owners = drives.stream()
                .map(drive -> ((DriveInfo) drive).owner())
                .filter(users::containsKey)
                .toList();

        assertTrue(owners.size() > 10);
        owners.forEach(owner -> assertSame(users.get(owner), owner));
    }

    @Test
    void anAnswerThatFailedLeavesTheOneBeforeToCompareWith() throws Exception {
        ApiClient client = client();
        List<?> before = items(client, USERS);
        site.fault("/api/users", answering("[{\"id\":"));
        assertTrue(client.read(USERS) instanceof ApiResult.Failed);
        site.heal();

        assertSame(before.get(0), items(client, USERS).get(0));
    }

    private ApiClient client() throws Exception {
        return Reads.from(site.uri()).with(TestSite.tokens(site)).client();
    }

    private static List<?> items(ApiClient client, SourceId source) throws Exception {
        return ((ApiResult.Ok<?>) client.read(source)).items();
    }

    private static Fault answering(String body) {
        return Fault.none().withBody(body);
    }
}
