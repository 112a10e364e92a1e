package io.github.ticryptexporter.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SeriesBudgetTest {
    private static final String TEAMS = """
            ticrypt_team_cores_limit{team="big"} 9
            ticrypt_team_cores_limit{team="small"} 5
            ticrypt_team_cores_used{team="big"} 8
            ticrypt_team_cores_used{team="idle"} 0
            ticrypt_team_cores_used{team="small"} 1
            ticrypt_team_drives{state="Ready",team="big"} 3
            ticrypt_team_drives{state="Ready",team="small"} 1
            ticrypt_team_end_timestamp_seconds{team="small"} 7
            ticrypt_team_members{team="big"} 4
            ticrypt_team_members{team="idle"} 1
            ticrypt_team_members{team="small"} 2
            ticrypt_team_memory_used_bytes{team="big"} 8
            ticrypt_team_memory_used_bytes{team="small"} 1
            ticrypt_team_storage_used_bytes{storage="drives",team="big"} 8
            ticrypt_team_storage_used_bytes{storage="drives",team="small"} 1
            ticrypt_team_vms{team="big"} 2
            ticrypt_team_vms{team="idle"} 0
            ticrypt_team_vms{team="small"} 1
            """;
    private static final String HOSTS = """
            ticrypt_host_memory_allocated_bytes{host="a",realm="r"} 1
            ticrypt_host_memory_allocated_bytes{host="b",realm="r"} 2
            ticrypt_host_memory_capacity_bytes{host="a",realm="r"} 16
            ticrypt_host_schedulable{host="a",realm="r"} 1
            ticrypt_host_vcpus_allocated{host="a",realm="r"} 1
            ticrypt_host_vcpus_allocated{host="b",realm="r"} 2
            ticrypt_host_vms{host="a",realm="r"} 1
            ticrypt_host_vms{host="b",realm="r"} 2
            """;
    private static final String OBJECTS = """
            ticrypt_vm_vcpus{realm="r",vm="v"} 1
            ticrypt_vm_vcpus{realm="r",vm="w"} 1
            """;
    private static final String TWO_TEAMS_FOLDED = """
            ticrypt_team_cores_limit{team="big"} 9
            ticrypt_team_cores_used{team="big"} 8
            ticrypt_team_cores_used{team="other"} 1
            ticrypt_team_drives{state="Ready",team="big"} 3
            ticrypt_team_drives{state="Ready",team="other"} 1
            ticrypt_team_members{team="big"} 4
            ticrypt_team_members{team="other"} 3
            ticrypt_team_memory_used_bytes{team="big"} 8
            ticrypt_team_memory_used_bytes{team="other"} 1
            ticrypt_team_storage_used_bytes{storage="drives",team="big"} 8
            ticrypt_team_storage_used_bytes{storage="drives",team="other"} 1
            ticrypt_team_vms{team="big"} 2
            ticrypt_team_vms{team="other"} 1
            """;
    private static final String ALL_TEAMS_FOLDED = """
            ticrypt_team_cores_used{team="other"} 9
            ticrypt_team_drives{state="Ready",team="other"} 4
            ticrypt_team_members{team="other"} 7
            ticrypt_team_memory_used_bytes{team="other"} 9
            ticrypt_team_storage_used_bytes{storage="drives",team="other"} 9
            ticrypt_team_vms{team="other"} 3
            """;
    private static final String ALL_HOSTS_FOLDED = """
            ticrypt_host_memory_allocated_bytes{host="other",realm="r"} 3
            ticrypt_host_vcpus_allocated{host="other",realm="r"} 3
            ticrypt_host_vms{host="other",realm="r"} 3
            """;
    private static final String SECTION_1 = "ticrypt_up{api=\"vms\"} 1\njvm_info 1\n";

    @Test
    void withinTheLimitNothingMayGo() {
        assertEquals("", violations(TEAMS + HOSTS + OBJECTS, 28));
        assertEquals(
                "26 series, and with any one thing more still within the limit of 28", violations(TEAMS + HOSTS, 28));
    }

    @Test
    void objectsGoFirstThenTeamsThenHosts() {
        assertEquals("", violations(TEAMS + HOSTS, 27));
        assertEquals("", violations(TWO_TEAMS_FOLDED + HOSTS, 21));
        assertEquals("", violations(ALL_TEAMS_FOLDED + HOSTS, 14));
        assertEquals("", violations(ALL_TEAMS_FOLDED + ALL_HOSTS_FOLDED, 9));
        assertEquals("teams are folded while objects are there", violations(TWO_TEAMS_FOLDED + HOSTS + OBJECTS, 23));
        assertEquals("hosts are folded while teams are there", violations(TEAMS + ALL_HOSTS_FOLDED, 21));
    }

    @Test
    void aCapacityThatOnlySomeFoldedHostsHaveMayBeSummedOrNot() {
        String capacity = "ticrypt_host_memory_capacity_bytes{host=\"other\",realm=\"r\"} ";

        assertEquals("", violations(ALL_TEAMS_FOLDED + ALL_HOSTS_FOLDED + capacity + "16\n", 10));
        assertEquals("""
                1 differences, 10 series expected:
                different ticrypt_host_memory_capacity_bytes{host="other",realm="r"} expected 16.0, but was 15.0""", violations(ALL_TEAMS_FOLDED + ALL_HOSTS_FOLDED + capacity + "15\n", 10));
    }

    @Test
    void sumsStayTrueAndALimitIsThereWhileAllHaveOne() {
        assertEquals(
                """
                2 differences, 21 series expected:
                surplus   ticrypt_team_cores_limit{team="other"} 5.0
                different ticrypt_team_members{team="other"} expected 3.0, but was 2.0
                22 series, the limit is 21""",
                violations(
                        TWO_TEAMS_FOLDED.replace("{team=\"other\"} 3", "{team=\"other\"} 2") + HOSTS
                                + "ticrypt_team_cores_limit{team=\"other\"} 5\n",
                        21));
    }

    @Test
    void whoUsesLessOfEverythingIsFoldedFirst() {
        String bigFolded = TEAMS.replace("\"big\"", "\"other\"");

        assertEquals("""
                idle is kept and uses less of everything than big
                small is kept and uses less of everything than big
                26 series, the limit is 25""", violations(bigFolded + HOSTS, 25));
    }

    private static String violations(String exposition, long limit) {
        return new SeriesBudget(samples(TEAMS + HOSTS + OBJECTS), limit)
                .violations(new Exposition(samples(exposition + SECTION_1), Map.of(), Map.of()));
    }

    private static Map<String, Double> samples(String lines) {
        return lines.lines()
                .map(SampleLine::parse)
                .collect(Collectors.toMap(
                        line -> SeriesName.of(line.name(), line.labels()),
                        SampleLine::value,
                        (first, second) -> first,
                        TreeMap::new));
    }
}
