package io.github.ticryptexporter.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

    private static RawSite drives(String json) {
        return RawSite.empty().with("drives", "", Given.answer(json));
    }
}
