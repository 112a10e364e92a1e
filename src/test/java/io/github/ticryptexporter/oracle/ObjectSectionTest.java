package io.github.ticryptexporter.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.oracle.OracleSettings.Privacy;
import org.junit.jupiter.api.Test;

class ObjectSectionTest {
    private static final String[] FAMILIES = Families.SECTION_8.toArray(String[]::new);
    private static final RawSite SITE = RawSite.empty()
            .with("vms", "r", Given.answer("""
            [{'id': 'v', 'name': 'VM \\u00221\\u0022', 'team': 'team|t', 'project': 'proj|p', 'brick': 'b', 'start': 1500, 'lastPing': 2000,
              'resources': {'vcpus': 2, 'memory': 64, 'devices': {'gpu-nvidia': 0}}, 'owner': 'never-shown'}]
            """))
            .with(
                    "drives",
                    "",
                    Given.answer("[{'id': 'd', 'realmID': 'r', 'state': 'Ready', 'format': 'hfs', 'diskType': 'raw',"
                            + "'capacity': 9}]"));

    @Test
    void objectsAreShownAtLevelDetailedOnly() {
        assertEquals("", Given.expected(SITE, Given.settings("r").at(Privacy.NAMED), FAMILIES));
        assertEquals("""
                ticrypt_drive_capacity_bytes{drive="d",realm="r"} 9
                ticrypt_drive_info{disk_type="raw",drive="d",format="other",name="",project="",realm="r",team=""} 1
                ticrypt_drive_state{drive="d",realm="r",state="Initializing"} 0
                ticrypt_drive_state{drive="d",realm="r",state="ReadOnly"} 0
                ticrypt_drive_state{drive="d",realm="r",state="ReadWrite"} 0
                ticrypt_drive_state{drive="d",realm="r",state="Ready"} 1
                ticrypt_drive_state{drive="d",realm="r",state="Transferring"} 0
                ticrypt_drive_state{drive="d",realm="r",state="other"} 0
                ticrypt_vm_devices{device="gpu-nvidia",realm="r",vm="v"} 0
                ticrypt_vm_info{brick="b",config="",host="",name="VM \\"1\\"",owner_type="unknown",project="p",realm="r",team="t",vm="v"} 1
                ticrypt_vm_last_ping_timestamp_seconds{realm="r",vm="v"} 2
                ticrypt_vm_memory_bytes{realm="r",vm="v"} 64
                ticrypt_vm_start_timestamp_seconds{realm="r",vm="v"} 1.5
                ticrypt_vm_vcpus{realm="r",vm="v"} 2
                """, Given.expected(SITE, Given.settings("r").at(Privacy.DETAILED), FAMILIES));
    }
}
