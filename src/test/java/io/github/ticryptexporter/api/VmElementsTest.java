package io.github.ticryptexporter.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.AnomalyKind;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.HostAndPort;
import io.github.ticryptexporter.fleet.OwnerType;
import io.github.ticryptexporter.fleet.Resources;
import io.github.ticryptexporter.fleet.VmConfigInfo;
import io.github.ticryptexporter.fleet.VmConfigState;
import io.github.ticryptexporter.fleet.VmInfo;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A VM's and a VM config's JSON text to their records. */
class VmElementsTest {

    private static final String VM = """
            [{"id":"vm-0042","name":"Invented VM","owner":"user-1","project":"proj|p","drives":{"vda":"drive-1","vdb":"drive-2"},"brick":"brick-1","active":true,"ip":"192.168.122.8","team":"team|genomics","protocolVer":2.0,
              "resources":{"vcpus":4,"memory":"8","devices":{"gpu-nvidia":1.0,"gpu-other":0}},"ownerType":"User",
              "ssh":{"host":"10.0.0.1","port":30080},"vpn":{"port":"30336","host":"10.0.0.1"},
              "lastPing":1772366400000,"start":"1772366400001","config":"config-0042"}]""";

    @Test
    void aVmIsReadWhole() throws IOException {
        assertEquals(
                Judged.fine(new VmInfo(
                        "vm-0042",
                        "Invented VM",
                        "user-1",
                        "brick-1",
                        true,
                        "192.168.122.8",
                        "genomics",
                        "proj|p",
                        List.of("drive-1", "drive-2"),
                        "2",
                        new Resources(4L, 8L, Map.of("gpu-nvidia", 1L, "gpu-other", 0L)),
                        OwnerType.USER,
                        new HostAndPort("10.0.0.1", 30080),
                        new HostAndPort("10.0.0.1", 30336),
                        1772366400000L,
                        1772366400001L,
                        false,
                        "config-0042")),
                read(VM));
    }

    @Test
    void whatAVmLacksHasADefaultAndOnlyWhatIsPromisedIsMissed() throws IOException {
        VmInfo bare = new VmInfo(
                "vm-0042",
                "",
                "",
                "",
                true,
                "",
                null,
                null,
                List.of(),
                null,
                null,
                OwnerType.UNKNOWN,
                HostAndPort.NONE,
                HostAndPort.NONE,
                -1,
                -1,
                false,
                null);
        assertEquals(
                Judged.with(
                        AnomalyKind.MISSING_FIELD,
                        9,
                        "$[0]: missing_field: expected the field name, but was nothing",
                        bare),
                read("[{\"id\":\"vm-0042\",\"resources\":null,\"start\":null,\"ownerType\":null}]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                "resources":[4];              $[0].resources: bad_value: expected an object, but was an array
                "resources":"4";              $[0].resources: bad_value: expected an object, but was a string of 1 characters
                "ssh":30080;                  $[0].ssh: bad_value: expected an object, but was a number
                "ssh":{"host":7};             $[0].ssh.host: bad_value: expected a string, but was a number
                "vpn":{"port":-1};            $[0].vpn.port: bad_value: expected a whole number, 0 or more, but was a negative number
                "protocolVer":"two";          $[0].protocolVer: bad_value: expected a number, but was a string of 3 characters
                "protocolVer":1e99999999999;  $[0].protocolVer: bad_value: expected a number, but was a number with a fraction or exponent
                "lastPing":-1;                $[0].lastPing: bad_value: expected a whole number, 0 or more, but was a negative number
                "shutDown":true;              $[0].shutDown: bad_value: expected a whole number, 0 or more, but was true
                "active":null,"active":0;     $[0].active: bad_value: expected true or false, but was a number
                "resources":{"vcpus":1,"memory":1,"devices":[]};          $[0].resources.devices: bad_value: expected an object, but was an array
                "resources":{"vcpus":1,"memory":1,"devices":{"ip":"x"}};  $[0].resources.devices.ip: bad_value: expected a whole number, 0 or more, but was a string of 1 characters
                "resources":{"vcpus":1,"memory":1,"devices":{"Given 0042 Name":{}}}; $[0].resources.devices.?: bad_value: expected a whole number, 0 or more, but was an object
                "resources":{"vcpus":{},"memory":1};   $[0].resources.vcpus: bad_value: expected a whole number, 0 or more, but was an object
                """)
    void oneBadFieldIsOneAnomalyAndDisturbsNoOther(String fields, String first) throws IOException {
        Judged judged = read(VM.replace("}]", "," + fields + "}]"));

        assertEquals(Map.of(AnomalyKind.BAD_VALUE, 1), judged.anomalies());
        assertEquals(first, judged.first());
        VmInfo vm = (VmInfo) judged.items().get(0);
        assertEquals(List.of("vm-0042", "brick-1", "config-0042"), List.of(vm.id(), vm.brick(), vm.config() + ""));
    }

    @Test
    void anEmptyIdAmongTheDrivesRefersToNothing() throws IOException {
        Judged judged = read(VM.replace("\"drive-2\"", "\"\""));

        assertEquals(Map.of(), judged.anomalies());
        assertEquals(List.of("drive-1"), ((VmInfo) judged.items().get(0)).drives());
    }

    @Test
    void aBadEntryLeavesTheOtherDevices() throws IOException {
        Judged judged = read("""
                [{"resources":{"devices":{"a":1,"b":-1,"c":"3","d":null,"e":[[1]],"f":6.5},"memory":8,"vcpus":4},"id":"vm-0042",
                  "name":"","owner":"u","drives":{},"brick":"b","active":false,"ip":"","protocolVer":0,"ssh":{},"vpn":{"host":null}}]""");

        VmInfo vm = (VmInfo) judged.items().get(0);
        assertEquals(new Resources(4L, 8L, Map.of("a", 1L, "c", 3L)), vm.resources());
        assertEquals(Map.of(AnomalyKind.BAD_VALUE, 3), judged.anomalies());
        assertEquals(List.of(false, HostAndPort.NONE, "0"), List.of(vm.active(), vm.ssh(), vm.protocol() + ""));
    }

    @Test
    void aBadFieldInsideDoesNotHideThatItsNamesakeOutsideIsMissing() throws IOException {
        Judged judged = read("""
                [{"id":"vm-0042","name":"","owner":"u","drives":{},"resources":{"vcpus":1,"memory":1,"devices":{"brick":-1}},"active":true,"ip":"",
                  "protocolVer":1,"ssh":{},"vpn":{}}]""");

        assertEquals(Map.of(AnomalyKind.BAD_VALUE, 1, AnomalyKind.MISSING_FIELD, 1), judged.anomalies());
    }

    @Test
    void whatResourcesLackIsMissedInside() throws IOException {
        Judged judged = read(VM.replace("}]", ",\"resources\":{}}]"));

        assertEquals(Map.of(AnomalyKind.MISSING_FIELD, 2), judged.anomalies());
        assertEquals("$[0].resources: missing_field: expected the field vcpus, but was nothing", judged.first());
        assertEquals(
                new Resources(null, null, Map.of()), ((VmInfo) judged.items().get(0)).resources());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1.0, 1", "1.50, 1.5", "'\"2.1\"', 2.1", "1e2, 100", "-0.0, 0", "0, 0", "10, 10", "1E-3, 0.001"
    })
    void aProtocolVersionIsTheShortestPlainNumber(String json, String protocol) throws IOException {
        Judged judged = read(VM.replace("2.0", json));

        assertEquals(Map.of(), judged.anomalies());
        assertEquals(protocol, ((VmInfo) judged.items().get(0)).protocol());
    }

    @ParameterizedTest
    @CsvSource({"65535, 65535", "0, 0", "65536, -1", "9223372036854775807, -1"})
    void aPortBeyondThoseThereAreIsNone(String json, int port) throws IOException {
        assertEquals(
                new HostAndPort("10.0.0.1", port),
                ((VmInfo) read(VM.replace("30080", json)).items().get(0)).ssh());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Robot", "unknown", "other", "user", ""})
    void anOwnerOfAnUnknownTypeIsFoldedAndCounted(String type) throws IOException {
        Judged judged = read(VM.replace("\"User\"", '"' + type + '"'));

        assertEquals(Map.of(AnomalyKind.UNKNOWN_ENUM, 1), judged.anomalies());
        assertEquals(OwnerType.OTHER, ((VmInfo) judged.items().get(0)).ownerType());
    }

    @Test
    void aShutdownThatWasAskedForAtAnyTimeCounts() throws IOException {
        assertEquals(
                true,
                ((VmInfo) read(VM.replace("}]", ",\"shutDown\":0}]")).items().get(0)).shutDown());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                "state":"Running","host":"gpu-01";      RUNNING; gpu-01; {};                none
                "host":"gpu-01","state":"Stopped";      STOPPED; gpu-01; {};                none
                "state":"Starting","host":"";           STARTING; ;      {};                none
                "state":"Suspended","host":null;        SUSPENDED; ;     {};                none
                "state":"Stopping","drives":[{"id":7}]; STOPPING; ;      {};                none
                "state":"Running","vmID":7;             RUNNING; ;       {BAD_VALUE=1};     $[0].vmID: bad_value: expected a string, but was a number
                "state":"Paused";                       OTHER; ;         {UNKNOWN_ENUM=1};  $[0].state: unknown_enum: expected a value this version knows, but was a string of 6 characters
                "state":7;                              OTHER; ;         {BAD_VALUE=1};     $[0].state: bad_value: expected a string, but was a number
                "host":"gpu-01";                        OTHER; gpu-01;   {MISSING_FIELD=1}; $[0]: missing_field: expected the field state, but was nothing
                "state":"Running","host":[];            RUNNING; ;       {BAD_VALUE=1};     $[0].host: bad_value: expected a string, but was an array
                """)
    void aConfigIsReadWhole(String fields, VmConfigState state, @Nullable String host, String anomalies, String first)
            throws IOException {
        Judged judged = Judged.of(Api.VM_CONFIGS, "[{\"id\":\"config-0042\"," + fields + "}]");

        assertEquals(List.of(new VmConfigInfo("config-0042", state, null, host)), judged.items());
        assertEquals(anomalies, judged.anomalies().toString());
        assertEquals(first, judged.first() == null ? "none" : judged.first());
    }

    @Test
    void aConfigNamesTheVmItWasStartedAs() throws IOException {
        assertEquals(
                Judged.fine(
                        new VmConfigInfo("a", VmConfigState.RUNNING, "vm-0042", null),
                        new VmConfigInfo("b", VmConfigState.STOPPED, null, null)),
                Judged.of(Api.VM_CONFIGS, """
                [{"id":"a","state":"Running","vmID":"vm-0042"},{"id":"b","state":"Stopped","vmID":""}]"""));
    }

    private static Judged read(String json) throws IOException {
        return Judged.of(Api.VMS, json);
    }
}
