package io.github.ticryptexporter.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DanglingReferencesTest {
    private static final RawSite SITE = RawSite.empty()
            .with("drives", "", Given.answer("""
            [{'id': 'd1', 'realmID': 'r', 'owner': 'gone', 'team': 'team|t', 'project': 'proj|looked-up'},
             {'id': 'd2', 'realmID': 'r', 'owner': 'u', 'team': 't', 'project': 'proj|not-found'},
             {'id': 'd3', 'realmID': 'r'}]
            """))
            .with("vms", "r", Given.answer("""
            [{'id': 'v1', 'owner': 'u', 'ownerType': 'User', 'team': 'team|t', 'project': 'proj|p', 'config': 'c',
              'drives': {'vda': 'd1', 'vdb': 'gone', 'vdc': 'gone-too'}},
             {'id': 'v2', 'owner': 'v1', 'ownerType': 'VM', 'project': 'proj|looked-up-too', 'config': 'gone'},
             {'id': 'v3', 'owner': 'v1', 'ownerType': 'User', 'team': 'team|gone'},
             {'id': 'v4', 'owner': 'u', 'ownerType': 'VM'},
             {'id': 'v5', 'owner': 'u'}]
            """))
            .with("vm_configs", "r", Given.answer("[{'id': 'c'}]"))
            .with("users", "", Given.answer("[{'id': 'u'}]"))
            .with("teams", "", Given.answer("[{'id': 'team|t'}]"))
            .with("projects", "", Given.answer("[{'id': 'proj|p'}]"))
            .withProject("proj|looked-up", true)
            .withProject("proj|looked-up-too", true)
            .withProject("proj|not-found", false);

    @Test
    void objectsAreCountedByTheListThatLacksWhatTheyName() {
        assertEquals("""
                ticrypt_dangling_references{kind="drive_owner"} 1
                ticrypt_dangling_references{kind="drive_project"} 1
                ticrypt_dangling_references{kind="drive_team"} 1
                ticrypt_dangling_references{kind="vm_config"} 1
                ticrypt_dangling_references{kind="vm_drive"} 2
                ticrypt_dangling_references{kind="vm_owner"} 2
                ticrypt_dangling_references{kind="vm_project"} 0
                ticrypt_dangling_references{kind="vm_team"} 1
                """, dangling(SITE, Given.settings()));
    }

    @Test
    void eachKindNeedsItsOwnListsAndVmsThoseOfEveryRealm() {
        assertEquals("""
                ticrypt_dangling_references{kind="drive_owner"} 1
                ticrypt_dangling_references{kind="drive_project"} 1
                ticrypt_dangling_references{kind="drive_team"} 1
                """, dangling(SITE, Given.settings("silent")));
        assertEquals(
                """
                ticrypt_dangling_references{kind="vm_owner"} 2
                """,
                dangling(
                        SITE.without("drives", "")
                                .without("teams", "")
                                .without("projects", "")
                                .without("vm_configs", "r"),
                        Given.settings("r")));
        assertEquals("", dangling(SITE.without("drives", ""), Given.settings()));
    }

    @Test
    void nothingIsSaidOfProjectsWhileOneIsToBeAskedFor() {
        String all = dangling(SITE, Given.settings());
        RawSite asking = SITE.with("vm_configs", "s", Given.answer("[]"))
                .with("vms", "s", Given.answer("[{'id': 'v6', 'project': 'proj|not-answered'}]"));

        assertEquals(all.replaceAll(".*_project.*\\n", ""), dangling(asking, Given.settings("s")));
        assertEquals(all, dangling(asking.withProject("proj|not-answered", true), Given.settings("s")));
    }

    private static String dangling(RawSite site, OracleSettings settings) {
        return Given.expected(site, settings, "ticrypt_dangling_references");
    }
}
