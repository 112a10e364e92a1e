package io.github.ticryptexporter.history;

import static io.github.ticryptexporter.history.Minutes.HOUR;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ticryptexporter.simulator.Fault;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedHost;
import io.github.ticryptexporter.simulator.wire.DriveInfo;
import io.github.ticryptexporter.simulator.wire.Fleet;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What makes the picture wrong: exporter, backend, or the way between. */
final class PictureIncidents {
    static final Incident EXPORTER_DOWN = Incident.of(
            "the exporter is down",
            45,
            Acts.between(WatchedSite::stopExporter, WatchedSite::startExporter),
            Expected.of("TicryptExporterAbsent"),
            Expected.of("TicryptExporterReplicaDown"));

    static final Incident EXPORTER_MOVED = Incident.of(
            "the exporter moves to another machine",
            12,
            Acts.between(WatchedSite::stopExporter, WatchedSite::startExporter),
            Expected.of("TicryptExporterAbsent"));

    static final Incident TARGET_GONE = Incident.of(
            "the exporter is no target any more",
            40,
            Acts.between(site -> site.target(false), site -> site.target(true)),
            Expected.of("TicryptExporterAbsent"));

    private static final String SECOND = WatchedSite.TARGET.replace("exporter-1", "exporter-2");

    static final Incident REPLICA_DOWN = Incident.of(
            "a second exporter was set up and does not answer (written)",
            50,
            written(Map.of("up{" + SECOND + "}", 0.0)),
            Expected.of("TicryptExporterReplicaDown", "instance", "exporter-2:9919"));

    static final Incident DRIVES_DOWN = Incident.of(
            "the list of drives answers 500",
            40,
            failing("/api/drives", 500),
            Expected.of("TicryptApiDown", "api", "drives"),
            Expected.of("TicryptDataStale", "api", "drives"),
            Expected.of("TicryptApiErrorsHigh", "api", "drives"));

    static final Incident IMAGES_DOWN = new Incident(
            "the lists of images answer 500",
            4 * HOUR,
            failing("/api/vms/images", 500),
            List.of(warning("TicryptApiDown", "vm_images"), warning("TicryptDataStale", "vm_images")),
            List.of(Expected.of("TicryptApiErrorsHigh", "api", "vm_images")));

    static final Incident REALM_DOWN = Incident.of(
            "the VMs of one realm answer 503",
            30,
            failing("/api/vms/libvirt/active", 503),
            Expected.of("TicryptApiDown", Map.of("api", "vms", "realm", "libvirt", "severity", "critical")),
            Expected.of("TicryptDataStale", Map.of("api", "vms", "realm", "libvirt")),
            Expected.of("TicryptApiErrorsHigh", "api", "vms"));

    static final Incident TEAM_TOKEN = Incident.of(
            "the team token is refused",
            HOUR,
            failing("/api/teams", 401),
            Expected.of("TicryptTokenRejected", Map.of("api", "teams", "token", "team")),
            Expected.of("TicryptApiDown", "api", "teams"),
            Expected.of("TicryptDataStale", "api", "teams"),
            Expected.of("TicryptApiErrorsHigh", "api", "teams"));

    static final Incident VM_TOKEN = Incident.of(
            "the VM tokens are revoked",
            40,
            Acts.between(site -> site.scenario(Scenario.TOKEN_REVOKED), site -> site.scenario(Scenario.CALM)),
            Expected.of("TicryptTokenRejected", Map.of("api", "vms", "token", "vm")),
            Expected.of("TicryptTokenRejected", "token", "vm"),
            Expected.of("TicryptApiDown", "api", "vms"),
            Expected.of("TicryptApiDown", "api", "vm_configs"),
            Expected.of("TicryptApiDown", "api", "vm_images"),
            Expected.of("TicryptDataStale", "api", "vms"),
            Expected.of("TicryptDataStale", "api", "vm_configs"),
            Expected.of("TicryptDataStale", "api", "vm_images"),
            Expected.of("TicryptApiErrorsHigh", "api", "vms"),
            Expected.of("TicryptApiErrorsHigh", "api", "vm_configs"));

    static final Incident POLLING_HANGS = Incident.of(
            "the exporter answers scrapes and reads nothing",
            40,
            Acts.between(site -> site.hang(true), site -> site.hang(false)),
            Expected.of("TicryptDataStale", "severity", "critical"),
            Expected.of("TicryptDataStale"));

    static final Incident FLAKY = Incident.of(
            "a third of the answers on VMs fail",
            3 * HOUR,
            new Flaky(),
            Expected.of("TicryptApiErrorsHigh", "api", "vms"));

    // Polls are timed by the machine's own clock, which a test has no hand in: the sample is written.
    static final Incident SLOW = Incident.of(
            "the list of drives takes nearly as long as its interval (written)",
            2 * HOUR,
            written(Map.of(
                    "ticrypt_poll_duration_seconds{api=\"drives\",realm=\"\"," + WatchedSite.TARGET + "}", 100.0)),
            Expected.of("TicryptPollOverrun", "api", "drives"));

    static final Incident NEW_STATE = Incident.of(
            "a new backend has a state of drives that the exporter does not know",
            3 * HOUR,
            Acts.held(
                    (site, fleet) -> fewDrives(fleet).forEach(drive -> drive.state = "Archived"),
                    (site, fleet) -> fleet.drives.values().stream()
                            .filter(drive -> drive.state.equals("Archived"))
                            .forEach(drive -> drive.state = "Ready")),
            Expected.of("TicryptSchemaDrift", Map.of("api", "drives", "kind", "unknown_enum")));

    static final Incident PART_OF_A_LIST = Incident.of(
            "the list of drives has a third of them",
            50,
            Acts.between(
                    site -> site.fault("/api/drives", Fault.none().withBody(aThirdOfTheDrives(site))),
                    site -> site.fault("/api/drives", Fault.none())),
            Expected.of("TicryptDataShrank", "api", "drives"));

    private static final SimulatedHost UNLISTED =
            new SimulatedHost("new", "libvirt", "10.20.99.1", 30_000, 64, 1L << 40, Map.of());

    static final Incident UNLISTED_HOST = Incident.of(
            "VMs run on a host that the inventory lacks",
            10 * HOUR,
            Acts.held(
                    (site, fleet) -> names("unlisted").forEach(name -> Guests.guest(fleet, name, UNLISTED, site.now())),
                    (site, fleet) -> names("unlisted").forEach(name -> Guests.remove(fleet, name))),
            Expected.of("TicryptInventoryGap", "realm", "libvirt"));

    static final Incident RELOAD_FAILED = Incident.of(
            "a changed configuration is refused (written)",
            HOUR,
            written(Map.of("ticrypt_exporter_config_last_reload_successful{" + WatchedSite.TARGET + "}", 0.0)),
            Expected.of("TicryptConfigReloadFailed"));

    static final Incident PUBLISH_FAILS =
            Incident.of("publishes fail (written)", HOUR, new FailingPublishes(), Expected.of("TicryptPublishFailing"));

    static final Incident NEAR_LIMIT = Incident.of(
            "a scrape has nine tenths of the samples that it may have (written)",
            2 * HOUR,
            written(Map.of(
                    "scrape_samples_post_metric_relabeling{" + WatchedSite.TARGET + "}", 4_500.0,
                    "scrape_sample_limit{" + WatchedSite.TARGET + "}", 5_000.0)),
            Expected.of("TicryptScrapeNearLimit", "instance", "exporter-1:9919"));

    static final Incident CLOCK_SKEWED = Incident.of(
            "the clock of the backend is five minutes slow",
            HOUR,
            Acts.between(site -> site.skew(Duration.ofMinutes(-5)), site -> site.skew(Duration.ZERO)),
            Expected.of("TicryptClockSkew"));

    private PictureIncidents() {}

    private static Expected warning(String alert, String api) {
        return Expected.of(alert, Map.of("api", api, "severity", "warning"));
    }

    static List<String> names(String name) {
        return List.of(name + " 1", name + " 2", name + " 3");
    }

    private static Act failing(String path, int status) {
        return Acts.between(
                site -> site.fault(path, Fault.none().withStatus(status)), site -> site.fault(path, Fault.none()));
    }

    /** What nobody says here is written in its place. */
    private static Act written(Map<String, Double> samples) {
        return Acts.between(
                site -> samples.forEach(site::write), site -> samples.keySet().forEach(site::writeNoLonger));
    }

    private static List<DriveInfo> fewDrives(Fleet fleet) {
        return fleet.drives.values().stream()
                .filter(drive -> drive.state.equals("Ready") || drive.state.equals("Archived"))
                .limit(3)
                .toList();
    }

    private static String aThirdOfTheDrives(WatchedSite site) {
        StringBuilder body = new StringBuilder();
        site.edit(fleet -> body.append(json(
                fleet.drives.values().stream().limit(fleet.drives.size() / 3).toList())));
        return body.toString();
    }

    private static String json(List<DriveInfo> drives) {
        try {
            return new ObjectMapper()
                    .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
                    .writeValueAsString(drives);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Flaky implements Act {
        private static final List<String> PATHS = List.of("/api/vms/libvirt/active", "/api/vms/libvirt2/active");

        @Override
        public void goOn(WatchedSite site) {
            for (int index = 0; index < PATHS.size(); index++) {
                boolean fails = (site.minute() + index) % 3 == 0;
                site.fault(PATHS.get(index), fails ? Fault.none().withStatus(500) : Fault.none());
            }
        }

        @Override
        public void end(WatchedSite site) {
            PATHS.forEach(path -> site.fault(path, Fault.none()));
        }
    }

    /** One more each minute. */
    private static final class FailingPublishes implements Act {
        private static final String COUNTER = "ticrypt_exporter_publish_failures_total{" + WatchedSite.TARGET + "}";
        private int failures;

        @Override
        public void goOn(WatchedSite site) {
            site.write(COUNTER, failures++);
        }

        @Override
        public void end(WatchedSite site) {
            site.writeNoLonger(COUNTER);
        }
    }
}
