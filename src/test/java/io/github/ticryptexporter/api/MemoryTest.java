package io.github.ticryptexporter.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.SourceId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A list is remembered while somebody holds it, and a text while one of those lists may have it. */
class MemoryTest {

    private static final SourceId USERS = SourceId.site(Api.USERS);
    private static final SourceId TEAMS = SourceId.site(Api.TEAMS);

    private final Memory memory = new Memory();

    @Test
    void theListThatASourceAnsweredLastIsRemembered() {
        List<Object> first = List.of(new Object());
        List<Object> second = List.of(new Object());
        assertEquals(List.of(), memory.latest(USERS));

        memory.remember(USERS, first);
        assertSame(first, memory.latest(USERS));
        assertEquals(List.of(), memory.latest(TEAMS));

        memory.remember(USERS, second);
        assertSame(second, memory.latest(USERS));
    }

    @Test
    void aTextIsForgottenOnceEveryListWasReadAgainWithoutIt() {
        List<String> users = List.of("user-1");
        List<String> teams = List.of("genomics");
        read(USERS, users, "user-1", "user-2");
        read(TEAMS, teams, "genomics", "user-2");
        read(USERS, users, "user-1");
        assertEquals(3, memory.texts().size());

        read(USERS, users, "user-1");
        assertEquals(3, memory.texts().size());
        read(TEAMS, teams, "genomics");
        assertEquals(2, memory.texts().size());
    }

    @Test
    void aListThatNobodyHoldsIsForgottenAndNotWaitedFor() {
        List<String> users = List.of("user-1");
        read(TEAMS, List.of(new String("genomics".toCharArray())), "genomics");
        read(USERS, users, "user-1");
        System.gc();
        assertEquals(List.of(), memory.latest(TEAMS));

        read(USERS, users, "user-1");
        read(USERS, users, "user-1");
        assertEquals(1, memory.texts().size());
    }

    @Test
    void anEmptyListIsNotWaitedFor() {
        List<String> users = List.of("user-1");
        read(TEAMS, List.of());
        read(USERS, users, "user-1", "user-2");
        read(USERS, users, "user-1");
        assertEquals(1, memory.texts().size());
    }

    private void read(SourceId source, List<String> items, String... texts) {
        for (String text : texts) {
            memory.texts().of(text);
        }
        memory.remember(source, items);
    }
}
