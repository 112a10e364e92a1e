package io.github.ticryptexporter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HelpTextTest {

    private static final HelpText HELP = new HelpText(List.of("calm", "busy", "host-down"));

    @Test
    void theOverviewNamesEveryCommandAndTheFlagsOfServe() {
        assertEquals("""
                Prometheus exporter for tiCrypt: VMs, hosts, drives and team quotas.

                Usage: java -jar ticrypt-exporter.jar [COMMAND] [FLAGS]

                Commands:
                  serve
                      Run the exporter: read the tiCrypt API on a schedule and serve its
                      metrics. The default command.
                  demo
                      Run the exporter on a simulated tiCrypt site: needs no backend, no token
                      and no configuration.
                  simulate
                      Run the simulated tiCrypt API alone, for dashboards and tests, and print
                      its tokens.
                  train
                      Start the exporter on a small simulated site, scrape it in every form and
                      end: a training run from which Java makes an archive for faster starts.
                  check
                      Read the configuration and print what is wrong with it, or else what it
                      makes the exporter read. Sends nothing, unless --live or --running is
                      given.
                  once
                      Read everything once and print the metrics, for a cron job and
                      node_exporter's textfile collector. Takes the flags of serve too, for one
                      configuration serves both.
                  metrics
                      Print the reference of all metrics as a table.
                  assets DIR
                      Write the dashboards, rules and example configuration that come with the
                      exporter into a directory.

                Flags of serve (for those of another command: COMMAND --help):
                  --config.file=FILE
                      The configuration, in YAML.
                      Required. Environment: TICRYPT_EXPORTER_CONFIG_FILE
                  --web.listen-address=HOST:PORT
                      Where to listen. An address that is not loopback needs TLS and
                      authentication, or --web.allow-open. May be repeated; in the environment,
                      separate by commas.
                      Default: 127.0.0.1:10917. Environment: TICRYPT_EXPORTER_WEB_LISTEN_ADDRESS
                  --web.telemetry-path=PATH
                      Where the metrics are.
                      Default: /metrics. Environment: TICRYPT_EXPORTER_WEB_TELEMETRY_PATH
                  --web.allow-open
                      Accept a listen address that is not loopback, although everyone who
                      reaches it can read what it serves.
                      Environment: TICRYPT_EXPORTER_WEB_ALLOW_OPEN
                  --web.config.file=FILE
                      TLS, authentication, headers and a rate limit, in the form of the
                      Prometheus exporter-toolkit; read again when it changes.
                      Environment: TICRYPT_EXPORTER_WEB_CONFIG_FILE
                  --web.enable-lifecycle
                      Let a POST to /-/reload have the configuration read again.
                      Environment: TICRYPT_EXPORTER_WEB_ENABLE_LIFECYCLE
                  --privacy.level=LEVEL
                      How much the metrics name. strict: ids of teams, hosts by inventory name
                      or pseudonym, counts for all else. named: adds names of teams, addresses
                      of hosts, security levels. detailed: adds VMs and drives one by one.
                      Default: strict. Environment: TICRYPT_EXPORTER_PRIVACY_LEVEL
                  --exposition.self-check
                      Read every exposition back before it is published. One that is found
                      damaged is not: the one before it stays, and the log says where the damage
                      is.
                      Environment: TICRYPT_EXPORTER_EXPOSITION_SELF_CHECK
                  --log.level=LEVEL
                      The least severe lines to log: debug, info, warn, error. A package may
                      have a level of its own, as in info,poll=debug; these log: api, cli,
                      exporter, http, poll, simulator. So may a library, by its full name, down
                      to info.
                      Default: info. Environment: TICRYPT_EXPORTER_LOG_LEVEL
                  --log.format=FORMAT
                      The form of log lines: logfmt, json.
                      Default: logfmt. Environment: TICRYPT_EXPORTER_LOG_FORMAT

                  --version
                      Print name and version.
                  --help, -h
                      Print this help.

                A flag wins over its environment variable, the variable over the
                configuration file, the file over the default.
                """, HELP.overview());
    }

    @Test
    void aCommandsHelpShowsItsOwnDefaults() {
        assertEquals("""
                Usage: java -jar ticrypt-exporter.jar simulate [FLAGS]

                Run the simulated tiCrypt API alone, for dashboards and tests, and print its
                tokens.

                Flags:
                  --seed=NUMBER
                      The same seed makes the same site and the same tokens.
                      Default: 1. Environment: TICRYPT_EXPORTER_SEED
                  --scale=NUMBER
                      Size of the site: 0.1 for a tenth of the built-in one, 10 for ten times,
                      at most 100.
                      Default: 1. Environment: TICRYPT_EXPORTER_SCALE
                  --scenario=NAME
                      What happens at the site: calm, busy, host-down.
                      Default: calm. Environment: TICRYPT_EXPORTER_SCENARIO
                  --web.listen-address=HOST:PORT
                      Where to listen. An address that is not loopback needs TLS and
                      authentication, or --web.allow-open.
                      Default: 127.0.0.1:10918. Environment: TICRYPT_EXPORTER_WEB_LISTEN_ADDRESS
                  --web.allow-open
                      Accept a listen address that is not loopback, although everyone who
                      reaches it can read what it serves.
                      Environment: TICRYPT_EXPORTER_WEB_ALLOW_OPEN
                  --log.level=LEVEL
                      The least severe lines to log: debug, info, warn, error. A package may
                      have a level of its own, as in info,poll=debug; these log: api, cli,
                      exporter, http, poll, simulator. So may a library, by its full name, down
                      to info.
                      Default: info. Environment: TICRYPT_EXPORTER_LOG_LEVEL
                  --log.format=FORMAT
                      The form of log lines: logfmt, json.
                      Default: logfmt. Environment: TICRYPT_EXPORTER_LOG_FORMAT

                  --version
                      Print name and version.
                  --help, -h
                      Print this help.

                A flag wins over its environment variable, the variable over the
                configuration file, the file over the default.
                """, HELP.of(Verb.SIMULATE));
    }

    @Test
    void flagsThatOnceTakesButDoesNotObeyAreNotInItsHelp() {
        String help = HELP.of(Verb.ONCE);
        assertTrue(help.contains("  --output=FILE\n"), help);
        assertEquals(-1, help.indexOf("--web."), help);
    }

    @Test
    void theHelpOfAssetsSaysWhatItWants() {
        assertEquals("""
                Usage: java -jar ticrypt-exporter.jar assets DIR [FLAGS]

                Write the dashboards, rules and example configuration that come with the
                exporter into a directory.

                Flags:
                  --thresholds=FILE
                      Make the alert rules with the numbers of this file, in the shape of
                      alerts/thresholds.yaml; what it leaves out stays as it is there.
                      Environment: TICRYPT_EXPORTER_THRESHOLDS
                  --force
                      Overwrite files that differ from the bundled ones.
                      Environment: TICRYPT_EXPORTER_FORCE

                  --version
                      Print name and version.
                  --help, -h
                      Print this help.

                A flag wins over its environment variable, the variable over the
                configuration file, the file over the default.
                """, HELP.of(Verb.ASSETS));
    }

    @ParameterizedTest
    @EnumSource
    void everyLineFitsATerminal(Verb verb) {
        HELP.of(verb).lines().forEach(line -> assertTrue(line.length() <= 80, line));
        HELP.overview().lines().forEach(line -> assertTrue(line.length() <= 80, line));
    }
}
