package io.github.ticryptexporter.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the shipped sample of Alertmanager's configuration keeps quiet, and what not: asked of Alertmanager itself. */
@Tag("e2e")
class InhibitionIT {
    private static final List<AlertPair> QUIET = AlertPair.table("""
            TicryptDataStale severity=critical realm=a api=vms -> TicryptDataStale severity=warning realm=a api=vms
            TicryptVmsSilent severity=critical realm=a -> TicryptVmsSilent severity=info realm=a
            TicryptRealmSaturated severity=warning realm=a -> TicryptRealmSaturated severity=info realm=a
            TicryptTeamQuotaExceeded team=a resource=cores -> TicryptTeamQuotaFull team=a resource=cores
            TicryptTeamQuotaExceeded team=a resource=cores -> TicryptTeamQuotaAlmostFull team=a resource=cores
            TicryptTeamQuotaExceeded team=a resource=storage type=drives -> TicryptTeamStorageForecast team=a resource=storage type=drives
            TicryptTeamQuotaFull team=a resource=memory -> TicryptTeamQuotaAlmostFull team=a resource=memory
            TicryptTeamQuotaFull team=a resource=storage type=drives -> TicryptTeamStorageForecast team=a resource=storage type=drives
            TicryptExporterAbsent severity=critical -> TicryptExporterReplicaDown instance=a
            TicryptExporterAbsent severity=critical -> TicryptDataStale severity=critical realm=a api=vms
            TicryptExporterAbsent severity=critical -> TicryptTeamQuotaExceeded team=a resource=cores
            TicryptTokenRejected api=vms -> TicryptApiDown severity=critical realm=a api=vms
            TicryptTokenRejected api=vms -> TicryptApiErrorsHigh api=vms
            TicryptTokenRejected api=vms -> TicryptDataStale severity=critical realm=a api=vms
            TicryptApiDown realm=a api=vms -> TicryptDataStale realm=a api=vms
            TicryptApiDown realm=a api=vms -> TicryptApiErrorsHigh api=vms
            TicryptApiDown realm=a api=vms -> TicryptPollOverrun api=vms
            TicryptApiDown realm=a api=vms -> TicryptRealmSaturated realm=a
            TicryptApiDown realm=a api=vms -> TicryptVmsSilent realm=a
            TicryptDataStale realm=a api=vms -> TicryptHostMemorySaturated realm=a host=b
            TicryptDataStale realm=a api=vms -> TicryptStateDrift realm=a kind=vm_claimed_twice
            TicryptApiDown realm=a api=vm_configs -> TicryptVmStuckStarting realm=a
            TicryptDataStale realm=a api=vm_configs -> TicryptStateDrift realm=a kind=running_without_vm
            TicryptApiDown api=drives -> TicryptDriveStuckTransition realm=a state=b
            TicryptDataStale api=drives -> TicryptStateDrift realm=a kind=ready_but_attached
            TicryptApiDown realm=a api=vms -> TicryptTeamQuotaExceeded team=a resource=cores
            TicryptDataStale realm=a api=vms -> TicryptTeamUserQuotaAlmostFull team=a resource=device:gpu
            TicryptDataStale realm=a api=vms -> TicryptTeamExpiredHoldingResources team=a
            TicryptApiDown api=drives -> TicryptTeamStorageForecast team=a resource=storage type=drives
            TicryptDataStale api=drives -> TicryptTeamUserQuotaAlmostFull team=a resource=drives
            TicryptApiDown api=teams -> TicryptTeamQuotaFull team=a resource=devices type=gpu
            TicryptDataStale api=teams -> TicryptTeamUnlimitedHeavyUser team=a resource=memory
            TicryptDataShrank api=teams -> TicryptTeamQuotaExceeded team=a resource=cores
            TicryptApiDown severity=warning api=vm_images realm=a -> TicryptDataStale severity=warning realm=a api=vm_images
            TicryptTokenRejected api=users -> TicryptApiDown severity=warning api=users
            TicryptDataShrank api=drives -> TicryptTeamStorageForecast team=a resource=storage type=drives
            TicryptDataShrank api=teams -> TicryptQuotaOversold resource=cores
            TicryptRealmSaturated severity=critical realm=a -> TicryptHostMemorySaturated realm=a host=b
            TicryptRealmSaturated severity=warning realm=a -> TicryptHostVcpuOvercommit realm=a host=b
            """);

    private static final List<AlertPair> TOLD = AlertPair.table("""
            TicryptDataStale severity=critical realm=a api=vms -> TicryptDataStale severity=warning realm=b api=vms
            TicryptDataStale severity=critical realm=a api=vms -> TicryptDataStale severity=warning realm=a api=vm_images
            TicryptRealmSaturated severity=critical realm=a -> TicryptRealmSaturated severity=warning realm=b
            TicryptTeamQuotaExceeded team=a resource=cores -> TicryptTeamQuotaFull team=b resource=cores
            TicryptTeamQuotaExceeded team=a resource=cores -> TicryptTeamQuotaFull team=a resource=memory
            TicryptTeamQuotaFull team=a resource=devices type=gpu -> TicryptTeamQuotaAlmostFull team=a resource=devices type=fpga
            TicryptTeamQuotaExceeded team=a resource=cores -> TicryptTeamUserQuotaAlmostFull team=a resource=cores
            TicryptExporterAbsent severity=critical -> TicryptWatchdog severity=none
            TicryptExporterAbsent severity=critical -> SomebodyElsesAlert severity=warning
            SomebodyElsesAlert severity=critical -> SomebodyElsesAlert severity=warning
            TicryptTokenRejected api=vms -> TicryptApiDown api=drives
            TicryptTokenRejected api=vms -> TicryptRealmSaturated realm=a
            TicryptApiDown realm=a api=vms -> TicryptDataStale realm=b api=vms
            TicryptApiDown realm=a api=vms -> TicryptDataStale realm=a api=vm_configs
            TicryptApiDown realm=a api=vms -> TicryptApiErrorsHigh api=vm_configs
            TicryptApiDown realm=a api=vms -> TicryptSchemaDrift api=vms
            TicryptApiDown realm=a api=vms -> TicryptRealmSaturated realm=b
            TicryptApiDown realm=a api=vms -> TicryptDriveStuckTransition realm=a state=b
            TicryptApiDown realm=a api=vms -> TicryptTeamQuotaExceeded team=a resource=storage type=drives
            TicryptApiDown realm=a api=vm_configs -> TicryptVmsSilent realm=a
            TicryptApiDown realm=a api=vm_configs -> TicryptVmStuckStarting realm=b
            TicryptApiDown realm=a api=vm_images -> TicryptRealmSaturated realm=a
            TicryptApiDown api=drives -> TicryptTeamQuotaExceeded team=a resource=cores
            TicryptDataStale api=users -> TicryptTeamQuotaExceeded team=a resource=cores
            TicryptDataStale api=teams -> TicryptRealmSaturated realm=a
            TicryptDataShrank api=users -> TicryptTeamQuotaExceeded team=a resource=cores
            TicryptDataShrank api=drives -> TicryptTeamQuotaExceeded team=a resource=cores
            TicryptDataShrank api=drives -> TicryptQuotaOversold resource=cores
            TicryptDataShrank api=users -> TicryptLockoutWave cause=FailedPassword
            TicryptApiDown api=drives -> TicryptStateDrift realm=a kind=running_without_vm
            TicryptApiDown realm=a api=vm_configs -> TicryptStateDrift realm=a kind=writer_not_active
            TicryptApiDown realm=a api=vms -> TicryptStateDrift realm=a kind=ready_but_attached
            TicryptRealmSaturated severity=critical realm=a -> TicryptRealmCannotFitLargeVm realm=a
            TicryptRealmSaturated severity=critical realm=a -> TicryptRealmNotFailureTolerant realm=a
            TicryptRealmSaturated severity=critical realm=a -> TicryptHostMemorySaturated realm=b host=b
            TicryptHostMemorySaturated realm=a host=b -> TicryptRealmSaturated realm=a
            """);

    /** Told last, at no site: when the target is quiet, Alertmanager has gone through all that came before. */
    private static final AlertPair LAST = AlertPair.of(
            "TicryptExporterAbsent severity=critical -> TicryptTeamQuotaFull severity=info team=a resource=cores");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void anAlertIsQuietWhileItsCauseFiresAtItsSite(Release release) throws Exception {
        try (AlertmanagerServer server = started(release, SampleAlertmanager.asItIs())) {
            Seen seen = tellAll(server);

            for (int row = 0; row < QUIET.size(); row++) {
                AlertPair here = QUIET.get(row).at("quiet-" + row);
                AlertPair elsewhere = QUIET.get(row).at("elsewhere-" + row);
                assertEquals(List.of(seen.fingerprint(here.source())), seen.quietenedBy(here.target()), here::toString);
                assertEquals(List.of(), seen.quietenedBy(elsewhere.target()), elsewhere::toString);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAlertIsToldWhateverElseFires(Release release) throws Exception {
        try (AlertmanagerServer server = started(release, SampleAlertmanager.asItIs())) {
            Seen seen = tellAll(server);

            for (int row = 0; row < TOLD.size(); row++) {
                AlertPair here = TOLD.get(row).at("told-" + row);
                assertEquals(List.of(), seen.quietenedBy(here.target()), here::toString);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void alertmanagerHasNothingToWarnOf(Release release) throws Exception {
        try (AlertmanagerServer server = started(release, SampleAlertmanager.asItIs())) {
            assertFalse(server.log().toLowerCase(Locale.ROOT).contains("level=warn"), server::log);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyInhibitionKeepsSomethingQuiet(Release release) throws Exception {
        try (AlertmanagerServer server = started(release, SampleAlertmanager.asItIs())) {
            tellAll(server);

            for (int number = 0; number < SampleAlertmanager.inhibitions(); number++) {
                server.configure(SampleAlertmanager.withInhibition(number));
                Awaitility.await("inhibition " + number)
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> Seen.by(server).isAnythingQuiet());
            }
        }
    }

    private AlertmanagerServer started(Release release, String yaml) throws IOException {
        return AlertmanagerServer.start(release.alertmanager(), folder, yaml).awaitReady();
    }

    /** Every pair at a site of its own; and of those that are to be quiet the target once more, at a site without a cause. */
    private static Seen tellAll(AlertmanagerServer server) throws IOException {
        List<Map<String, String>> alerts = new ArrayList<>();
        for (int row = 0; row < QUIET.size(); row++) {
            alerts.add(QUIET.get(row).at("elsewhere-" + row).target());
            addBoth(alerts, QUIET.get(row).at("quiet-" + row));
        }
        for (int row = 0; row < TOLD.size(); row++) {
            addBoth(alerts, TOLD.get(row).at("told-" + row));
        }
        addBoth(alerts, LAST);
        server.post(alerts);
        Awaitility.await("all alerts seen")
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !Seen.by(server).quietenedBy(LAST.target()).isEmpty());
        return Seen.by(server);
    }

    private static void addBoth(List<Map<String, String>> alerts, AlertPair pair) {
        alerts.add(pair.target());
        alerts.add(pair.source());
    }

    /** The alerts that Alertmanager has, by their labels. */
    private record Seen(Map<Map<String, String>, JsonNode> alerts) {
        static Seen by(AlertmanagerServer server) throws IOException {
            Map<Map<String, String>, JsonNode> alerts = new HashMap<>();
            for (JsonNode alert : server.alerts()) {
                Map<String, String> labels = new HashMap<>();
                alert.path("labels")
                        .properties()
                        .forEach(label ->
                                labels.put(label.getKey(), label.getValue().asText()));
                alerts.put(labels, alert);
            }
            return new Seen(alerts);
        }

        String fingerprint(Map<String, String> labels) {
            return alert(labels).path("fingerprint").asText();
        }

        /** The fingerprints of what inhibits it. */
        List<String> quietenedBy(Map<String, String> labels) {
            List<String> fingerprints = new ArrayList<>();
            alert(labels).path("status").path("inhibitedBy").forEach(source -> fingerprints.add(source.asText()));
            return fingerprints;
        }

        boolean isAnythingQuiet() {
            return alerts.keySet().stream()
                    .anyMatch(labels -> !quietenedBy(labels).isEmpty());
        }

        private JsonNode alert(Map<String, String> labels) {
            JsonNode alert = alerts.get(labels);
            if (alert == null) {
                throw new AssertionError("no alert with " + labels);
            }
            return alert;
        }
    }
}
