package io.github.ticryptexporter.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class DriveSectionTest {
    private static final OracleSettings DISCOVERING = Given.settings();

    @Test
    void drivesAreCountedByStateAndFormatAndWhatIsNotKnownIsOther() {
        RawSite site = drives("""
                [{'id': 'a', 'realmID': 'libvirt', 'state': 'Ready', 'format': 'ext4', 'capacity': 10,
                  'hasSnapshot': true},
                 {'id': 'b', 'realmID': 'libvirt', 'state': 'Melting', 'format': 'EXT4', 'capacity': 5},
                 {'id': 'c', 'realmID': 'libvirt', 'capacity': -1, 'hasSnapshot': 'true'}]
                """);

        assertEquals(
                """
                ticrypt_drives{realm="libvirt",state="Initializing"} 0
                ticrypt_drives{realm="libvirt",state="ReadOnly"} 0
                ticrypt_drives{realm="libvirt",state="ReadWrite"} 0
                ticrypt_drives{realm="libvirt",state="Ready"} 1
                ticrypt_drives{realm="libvirt",state="Transferring"} 0
                ticrypt_drives{realm="libvirt",state="other"} 2
                ticrypt_drives_by_format{format="btrfs",realm="libvirt"} 0
                ticrypt_drives_by_format{format="ext4",realm="libvirt"} 1
                ticrypt_drives_by_format{format="ntfs",realm="libvirt"} 0
                ticrypt_drives_by_format{format="other",realm="libvirt"} 2
                ticrypt_drives_by_format{format="xfs",realm="libvirt"} 0
                ticrypt_drives_by_format{format="zfs",realm="libvirt"} 0
                ticrypt_drives_capacity_bytes{realm="libvirt",state="Initializing"} 0
                ticrypt_drives_capacity_bytes{realm="libvirt",state="ReadOnly"} 0
                ticrypt_drives_capacity_bytes{realm="libvirt",state="ReadWrite"} 0
                ticrypt_drives_capacity_bytes{realm="libvirt",state="Ready"} 10
                ticrypt_drives_capacity_bytes{realm="libvirt",state="Transferring"} 0
                ticrypt_drives_capacity_bytes{realm="libvirt",state="other"} 5
                ticrypt_drives_with_snapshot{realm="libvirt"} 1
                """,
                Given.expected(
                        site,
                        DISCOVERING,
                        "ticrypt_drives",
                        "ticrypt_drives_capacity_bytes",
                        "ticrypt_drives_by_format",
                        "ticrypt_drives_with_snapshot"));
    }

    @Test
    void aKnownRealmWithoutDrivesHasZeros() {
        assertEquals("""
                ticrypt_drives_with_snapshot{realm="empty"} 0
                """, Given.expected(drives("[]"), Given.settings("empty"), "ticrypt_drives_with_snapshot"));
        assertEquals("", Given.expected(RawSite.empty(), Given.settings("empty"), "ticrypt_drives"));
    }

    @Test
    void idlenessLooksAtAttachmentAloneAndIncludesItsEdges() {
        // 30 days before are 1997408000000.
        RawSite site = drives("""
                [{'id': 'edge', 'realmID': 'libvirt', 'attached': 1997408000000, 'created': 1, 'capacity': 1},
                 {'id': 'inside', 'realmID': 'libvirt', 'attached': 1997408000001, 'created': 1, 'capacity': 2},
                 {'id': 'never', 'realmID': 'libvirt', 'created': 1000, 'capacity': 4, 'state': 'ReadWrite'},
                 {'id': 'written', 'realmID': 'libvirt', 'created': 1, 'capacity': 8, 'writer': 'vm'},
                 {'id': 'read', 'realmID': 'libvirt', 'created': 1, 'capacity': 16, 'readers': ['vm']},
                 {'id': 'ageless', 'realmID': 'libvirt', 'capacity': 32}]
                """);

        assertEquals(
                """
                ticrypt_drives_idle{idle="30d",realm="libvirt"} 2
                ticrypt_drives_idle{idle="365d",realm="libvirt"} 1
                ticrypt_drives_idle{idle="90d",realm="libvirt"} 1
                ticrypt_drives_idle_capacity_bytes{idle="30d",realm="libvirt"} 5
                ticrypt_drives_idle_capacity_bytes{idle="365d",realm="libvirt"} 4
                ticrypt_drives_idle_capacity_bytes{idle="90d",realm="libvirt"} 4
                """, Given.expected(site, DISCOVERING, "ticrypt_drives_idle", "ticrypt_drives_idle_capacity_bytes"));
    }

    @Test
    void theOldestStateChangeFallsBackToCreation() {
        RawSite site = drives("""
                [{'id': 'a', 'realmID': 'libvirt', 'state': 'Initializing', 'stateChange': 9000, 'created': 1000},
                 {'id': 'b', 'realmID': 'libvirt', 'state': 'Initializing', 'created': 7000},
                 {'id': 'c', 'realmID': 'libvirt', 'state': 'Transferring'},
                 {'id': 'd', 'realmID': 'libvirt', 'state': 'Ready', 'created': 1}]
                """);

        assertEquals(
                "ticrypt_drives_oldest_state_change_timestamp_seconds{realm=\"libvirt\",state=\"Initializing\"} 7\n",
                Given.expected(site, DISCOVERING, "ticrypt_drives_oldest_state_change_timestamp_seconds"));
    }

    @Test
    void drivesAndVmsThatDisagreeAreCountedWithinTheirRealm() {
        RawSite site = drives("""
                        [{'id': 'd1', 'realmID': 'r', 'state': 'ReadWrite', 'readers': []},
                         {'id': 'd2', 'realmID': 'r', 'state': 'ReadWrite', 'writer': 'vm-of-another-realm'},
                         {'id': 'd3', 'realmID': 'r', 'state': 'ReadOnly'},
                         {'id': 'd4', 'realmID': 'r', 'state': 'ReadOnly', 'readers': ['vm', 'gone']},
                         {'id': 'd5', 'realmID': 'r', 'state': 'Ready', 'writer': 'vm', 'readers': ['vm']},
                         {'id': 'd6', 'realmID': 'other', 'state': 'Ready'}]
                        """)
                .with("vms", "other", Given.answer("[{'id': 'vm-of-another-realm'}]"))
                .with("vms", "r", Given.answer("""
                        [{'id': 'vm', 'drives': {'vda': 'd4', 'vdb': 'd5'}},
                         {'id': 'vm2', 'drives': {'vda': 'd6', 'vdb': 'nowhere', 'vdc': 'nowhere-either'}}]
                        """));
        String ofDrivesAlone = """
                ticrypt_drive_attachment_inconsistent{kind="readonly_without_reader",realm="r"} 1
                ticrypt_drive_attachment_inconsistent{kind="readwrite_without_writer",realm="r"} 1
                ticrypt_drive_attachment_inconsistent{kind="ready_but_attached",realm="r"} 1
                ticrypt_drive_attachment_inconsistent{kind="writer_and_readers",realm="r"} 1
                """;
        String ofVms = """
                ticrypt_drive_attachment_inconsistent{kind="reader_not_active",realm="r"} 1
                ticrypt_drive_attachment_inconsistent{kind="vm_drive_missing",realm="r"} 1
                ticrypt_drive_attachment_inconsistent{kind="vm_drive_unacknowledged",realm="r"} 1
                ticrypt_drive_attachment_inconsistent{kind="writer_not_active",realm="r"} 1
                """;

        assertEquals(
                (ofVms + ofDrivesAlone).lines().sorted().toList(),
                inconsistent(site).lines().sorted().toList());
        assertEquals(ofDrivesAlone, inconsistent(site.without("vms", "r")));
    }

    private static String inconsistent(RawSite site) {
        OracleSettings onlyR = DISCOVERING.with(new OracleSettings.Realms(true, Set.of(), Set.of("other")));
        return Given.expected(site, onlyR, "ticrypt_drive_attachment_inconsistent");
    }

    private static RawSite drives(String json) {
        return RawSite.empty().with("drives", "", Given.answer(json));
    }
}
