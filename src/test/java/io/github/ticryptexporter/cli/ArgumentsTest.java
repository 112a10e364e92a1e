package io.github.ticryptexporter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.config.Overrides;
import io.github.ticryptexporter.config.Overrides.Given;
import io.github.ticryptexporter.http.HttpSettings;
import io.github.ticryptexporter.metrics.PrivacyLevel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    private static final List<String> SCENARIOS = List.of("calm", "busy", "host-down");

    private static final LogOptions DEBUG_JSON = new LogOptions(LogOptions.Level.DEBUG, LogOptions.Format.JSON);

    @Test
    void serveIsTheDefaultCommand() throws Exception {
        Command expected = new Command.Serve(Path.of("f.yaml"), overrides("config.file", "f.yaml"), LogOptions.DEFAULT);
        assertEquals(expected, parse("--config.file=f.yaml"));
        assertEquals(expected, parse("serve", "--config.file=f.yaml"));
        assertEquals(expected, parse("serve", "--config.file", "f.yaml"));
    }

    @Test
    void serveTakesEveryFlagOfItsOwn() throws Exception {
        Map<String, Given> given = Map.of(
                "config.file", given("--config.file", "f.yaml"),
                "web.listen-address", given("--web.listen-address", "127.0.0.1:1", "[::1]:2"),
                "web.telemetry-path", given("--web.telemetry-path", "/m"),
                "web.config.file", given("--web.config.file", "web.yaml"),
                "web.allow-open", given("--web.allow-open", "true"),
                "web.enable-lifecycle", given("--web.enable-lifecycle", "true"),
                "privacy.level", given("--privacy.level", "named"),
                "exposition.self-check", given("--exposition.self-check", "true"),
                "log.level", given("--log.level", "debug"),
                "log.format", given("--log.format", "json"));
        assertEquals(
                new Command.Serve(Path.of("f.yaml"), new Overrides(given), DEBUG_JSON),
                parse(
                        "--config.file=f.yaml",
                        "--web.listen-address=127.0.0.1:1",
                        "--web.listen-address=[::1]:2",
                        "--web.telemetry-path=/m",
                        "--web.config.file=web.yaml",
                        "--web.allow-open",
                        "--web.enable-lifecycle",
                        "--privacy.level=named",
                        "--exposition.self-check",
                        "--log.level=debug",
                        "--log.format=json"));
    }

    @Test
    void aSwitchCanBeSwitchedOff() throws Exception {
        Command.Serve serve =
                assertInstanceOf(Command.Serve.class, parse("--config.file=f.yaml", "--web.allow-open=false"));
        assertEquals(
                given("--web.allow-open", "false"), serve.overrides().given().get("web.allow-open"));
    }

    @Test
    void checkTakesWhatServeTakesAndLogsErrorsAloneForItPrintsTheRest() throws Exception {
        assertEquals(
                new Command.Check(
                        Path.of("f.yaml"),
                        overrides("config.file", "f.yaml"),
                        false,
                        null,
                        logging(LogOptions.Level.ERROR)),
                parse("check", "--config.file=f.yaml"));
        assertTrue(Verb.CHECK.flags().containsAll(Verb.SERVE.flags()));
    }

    @Test
    void checkReadsTheApiOnlyWhenToldTo() throws Exception {
        assertTrue(assertInstanceOf(Command.Check.class, parse("check", "--config.file=f.yaml", "--live"))
                .live());
        assertFalse(assertInstanceOf(Command.Check.class, parse("check", "--config.file=f.yaml", "--live=false"))
                .live());
        Map<String, String> environment =
                Map.of("TICRYPT_EXPORTER_LIVE", "true", "TICRYPT_EXPORTER_CONFIG_FILE", "f.yaml");
        assertTrue(assertInstanceOf(Command.Check.class, new Arguments(environment, SCENARIOS).parse("check"))
                .live());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:10917",
                "https://exporter.example.edu",
                "https://ticrypt-exporter.monitoring.svc:10917",
                "http://[::1]:10917"
            })
    void checkAsksTheExporterAtAnAddress(String address) throws Exception {
        assertEquals(URI.create(address), running(address));
        assertEquals(URI.create(address), running(address + "/"));
    }

    private static @Nullable URI running(String address) throws Exception {
        return assertInstanceOf(Command.Check.class, parse("check", "--config.file=f.yaml", "--running=" + address))
                .running();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exporter.example.edu:10917",
                "ftp://exporter.example.edu",
                "http://user:invented-password@exporter.example.edu",
                "http://exporter.example.edu/metrics",
                "http://exporter.example.edu?a=b",
                "http://exporter.example.edu#a",
                "http://exporter.example.edu:0",
                "http://exporter.example.edu:65536",
                "http://exporter..example.edu",
                "http://[::1]]",
                "http://[1.2]",
                "http://",
                ""
            })
    void whatIsMoreOrLessThanAnAddressIsRefusedWithoutAnEcho(String address) {
        assertEquals("""
                --running: expected an address such as https://exporter.example.edu:10917, without user, path, query and fragment; write one
                Try "java -jar ticrypt-exporter.jar check --help".""", refusal("check", "--config.file=f.yaml", "--running=" + address));
    }

    @Test
    void onceTakesWhatServeTakesAndAFileToWriteTo() throws Exception {
        assertEquals(
                new Command.Once(
                        Path.of("f.yaml"), overrides("config.file", "f.yaml"), null, logging(LogOptions.Level.WARN)),
                parse("once", "--config.file=f.yaml"));
        assertEquals(
                Path.of("t.prom"),
                assertInstanceOf(Command.Once.class, parse("once", "--config.file=f.yaml", "--output", "t.prom"))
                        .output());
        assertTrue(Verb.ONCE.flags().containsAll(Verb.SERVE.flags()));
    }

    @Test
    void metricsPrintsMarkdownUnlessToldOtherwise() throws Exception {
        assertEquals(new Command.Metrics(TableFormat.MARKDOWN), parse("metrics"));
        assertEquals(new Command.Metrics(TableFormat.JSON), parse("metrics", "--format=json"));
    }

    @Test
    void assetsTakesADirectory() throws Exception {
        assertEquals(new Command.Assets(Path.of("dir"), null, false), parse("assets", "dir"));
        assertEquals(new Command.Assets(Path.of("dir"), null, true), parse("assets", "dir", "--force"));
        assertEquals(new Command.Assets(Path.of("dir"), null, true), parse("assets", "--force", "dir"));
    }

    @Test
    void whatOnlyOneOfTheShortCommandsTakesIsRefusedByTheOthers() {
        assertEquals("""
                --outptu: unknown flag; the nearest known one is --output
                --live: not a flag of once; remove it
                Try "java -jar ticrypt-exporter.jar once --help".""", refusal("once", "--config.file=f.yaml", "--outptu=t.prom", "--live"));
        assertEquals("""
                --output: expected the path of a file, but was nothing; write one, or leave the flag out
                Try "java -jar ticrypt-exporter.jar once --help".""", refusal("once", "--config.file=f.yaml", "--output="));
        assertEquals("""
                --live: expected true or false, but was "yes"; write one of them
                Try "java -jar ticrypt-exporter.jar check --help".""", refusal("check", "--config.file=f.yaml", "--live=yes"));
        assertEquals("""
                --format: expected one of markdown, json, but was "jsno"; the nearest is json
                Try "java -jar ticrypt-exporter.jar metrics --help".""", refusal("metrics", "--format=jsno"));
    }

    @Test
    void assetsNeedsOneDirectory() {
        assertEquals("""
                DIR: expected a directory, but was nothing; write for example "assets ./ticrypt-exporter"
                Try "java -jar ticrypt-exporter.jar assets --help".""", refusal("assets", "--force"));
        assertEquals("""
                more: unexpected argument; every flag begins with --
                Try "java -jar ticrypt-exporter.jar assets --help".""", refusal("assets", "dir", "more"));
        assertEquals("""
                --forse: unknown flag; the nearest known one is --force
                Try "java -jar ticrypt-exporter.jar assets --help".""", refusal("assets", "--forse", "dir"));
    }

    @Test
    void demoNeedsNothing() throws Exception {
        Command.Demo demo = assertInstanceOf(Command.Demo.class, parse("demo"));
        assertEquals(
                new HttpSettings(List.of(loopback(10917)), "/metrics", false),
                demo.serving().http());
        assertEquals(PrivacyLevel.NAMED, demo.serving().privacy());
        assertEquals(new SiteOptions(1, 1, "calm"), demo.site());
        assertEquals(LogOptions.DEFAULT, demo.log());
    }

    @Test
    void demoTakesItsFlags() throws Exception {
        Command.Demo demo = assertInstanceOf(
                Command.Demo.class,
                parse(
                        "demo",
                        "--seed=-42",
                        "--scale=0.5",
                        "--scenario=host-down",
                        "--web.listen-address=127.0.0.1:0",
                        "--web.telemetry-path=/m",
                        "--privacy.level=detailed",
                        "--log.level=debug",
                        "--log.format=json"));
        assertEquals(
                new HttpSettings(List.of(loopback(0)), "/m", false),
                demo.serving().http());
        assertEquals(PrivacyLevel.DETAILED, demo.serving().privacy());
        assertEquals(new SiteOptions(-42, 0.5, "host-down"), demo.site());
        assertEquals(DEBUG_JSON, demo.log());
    }

    @Test
    void simulateNeedsNothing() throws Exception {
        assertEquals(
                new Command.Simulate(loopback(10918), new SiteOptions(1, 1, "calm"), LogOptions.DEFAULT, List.of()),
                parse("simulate"));
    }

    @Test
    void simulateTakesItsFlags() throws Exception {
        assertEquals(
                new Command.Simulate(loopback(0), new SiteOptions(7, 100, "busy"), DEBUG_JSON, List.of()),
                parse(
                        "simulate",
                        "--web.listen-address=127.0.0.1:0",
                        "--seed=7",
                        "--scale=100",
                        "--scenario=busy",
                        "--log.level=debug",
                        "--log.format=json"));
    }

    @Test
    void anOpenSimulatorIsAllowedAndWarnedOf() throws Exception {
        Command.Simulate simulate = assertInstanceOf(
                Command.Simulate.class, parse("simulate", "--web.listen-address=:0", "--web.allow-open"));
        assertTrue(simulate.listenAddress().getAddress().isAnyLocalAddress());
        assertEquals(
                List.of("--web.listen-address: \":0\" is served to everyone who reaches it, without TLS and"
                        + " authentication (--web.allow-open)"),
                simulate.warnings());
    }

    @Test
    void theEnvironmentStandsInForFlagsAndFlagsWin() throws Exception {
        Map<String, String> environment = Map.of(
                "TICRYPT_EXPORTER_CONFIG_FILE", "e.yaml",
                "TICRYPT_EXPORTER_WEB_LISTEN_ADDRESS", "127.0.0.1:1, 127.0.0.1:2",
                "TICRYPT_EXPORTER_WEB_ALLOW_OPEN", "true",
                "TICRYPT_EXPORTER_PRIVACY_LEVEL", "named",
                "TICRYPT_EXPORTER_WEB_TELEMETRY_PATH", " ",
                "TICRYPT_EXPORTER_LOG_LEVEL", "warn",
                "TICRYPT_EXPORTER_SEED", "42");
        Map<String, Given> given = Map.of(
                "config.file", given("TICRYPT_EXPORTER_CONFIG_FILE", "e.yaml"),
                "web.listen-address", given("TICRYPT_EXPORTER_WEB_LISTEN_ADDRESS", "127.0.0.1:1", "127.0.0.1:2"),
                "web.allow-open", given("TICRYPT_EXPORTER_WEB_ALLOW_OPEN", "true"),
                "privacy.level", given("--privacy.level", "detailed"),
                "log.level", given("--log.level", "error"));
        assertEquals(
                new Command.Serve(
                        Path.of("e.yaml"),
                        new Overrides(given),
                        new LogOptions(LogOptions.Level.ERROR, LogOptions.Format.LOGFMT)),
                new Arguments(environment, SCENARIOS).parse("--privacy.level=detailed", "--log.level=error"));
        Command.Demo demo =
                assertInstanceOf(Command.Demo.class, new Arguments(environment, SCENARIOS).parse("demo", "--scale=2"));
        assertEquals(new SiteOptions(42, 2, "calm"), demo.site());
    }

    @Test
    void withoutAConfigurationTheMessageSaysWhatToWrite() {
        assertEquals("""
                --config.file: expected the path of a configuration file, but was nothing; write for example --config.file=/etc/ticrypt-exporter/exporter.yaml, or try the command demo, which needs none
                Try "java -jar ticrypt-exporter.jar serve --help".""", refusal());
    }

    @Test
    void everyProblemOfTheCommandLineIsNamedAtOnce() {
        assertEquals("""
                --config.fil: unknown flag; the nearest known one is --config.file
                --seed: not a flag of serve; remove it
                now: unexpected argument; every flag begins with --
                --log.level: expected one of debug, info, warn, error, but was "loud"; the nearest is debug
                --log.format: expected one of logfmt, json, but was "xml"; the nearest is json
                --config.file: expected the path of a configuration file, but was nothing; write for example --config.file=/etc/ticrypt-exporter/exporter.yaml, or try the command demo, which needs none
                Try "java -jar ticrypt-exporter.jar serve --help".""", refusal("--config.fil=f.yaml", "--log.level=loud", "--log.format=xml", "--seed=1", "now"));
    }

    @Test
    void aPackageMayHaveALogLevelOfItsOwn() throws Exception {
        assertEquals(
                Map.of("poll", LogOptions.Level.DEBUG, "org.eclipse.jetty", LogOptions.Level.INFO),
                logOf("warn,poll=debug, org.eclipse.jetty=info").own());
        assertEquals(LogOptions.Level.WARN, logOf("poll=debug,warn").level());
        assertEquals(LogOptions.Level.INFO, logOf("exporter=error").level());
        Command.Serve serve = assertInstanceOf(
                Command.Serve.class,
                new Arguments(Map.of("TICRYPT_EXPORTER_LOG_LEVEL", "http=debug"), SCENARIOS)
                        .parse("--config.file=f.yaml"));
        assertEquals(Map.of("http", LogOptions.Level.DEBUG), serve.log().own());
    }

    private static LogOptions logOf(String levels) throws UsageException {
        return assertInstanceOf(Command.Serve.class, parse("--config.file=f.yaml", "--log.level=" + levels))
                .log();
    }

    @Test
    void everythingThatIsWrongWithLogLevelsIsNamed() {
        assertEquals(
                """
                --log.level: expected api, cli, exporter, http, poll, simulator or the full name of a library before the =, but was "pol"; the nearest is poll
                --log.level: expected one of debug, info, warn, error, but was "loud"; the nearest is debug
                --log.level: expected one level for all packages, but was a further one, "warn"; keep one, or write for example info,poll=debug
                --log.level: expected one level for poll, but was a further one; keep one of them
                --log.level: expected info, warn or error for a library, since its debug lines show requests with the credentials in them, but was "org.eclipse.jetty=debug"; write info
                --log.level: expected one of debug, info, warn, error, but was ""; the nearest is info
                Try "java -jar ticrypt-exporter.jar serve --help".""",
                refusal(
                        "--config.file=f.yaml",
                        "--log.level=info,pol=debug,http=loud,warn,poll=info,poll=warn,org.eclipse.jetty=debug,"));
    }

    @Test
    void theValueOfAnUnknownFlagIsNotAProblemOfItsOwn() {
        assertEquals("""
                --config.flie: unknown flag; the nearest known one is --config.file
                Try "java -jar ticrypt-exporter.jar serve --help".""", refusal("--config.file=f.yaml", "--config.flie", "g.yaml"));
    }

    @Test
    void aFlagNeedsItsValueOnce() {
        assertEquals(
                """
                --privacy.level: given twice; keep one of them
                --log.level: expected a value, but was nothing; write --log.level=VALUE
                Try "java -jar ticrypt-exporter.jar serve --help".""", refusal("--config.file=f.yaml", "--privacy.level=named", "--privacy.level=strict", "--log.level"));
    }

    @Test
    void anEmptyValueIsNoValue() {
        String missing = refusal();
        assertEquals(missing, refusal("--config.file="));
        assertEquals(
                """
                TICRYPT_EXPORTER_WEB_LISTEN_ADDRESS: expected HOST:PORT, but was ""; write for example 127.0.0.1:10917 or [::1]:10917
                TICRYPT_EXPORTER_WEB_LISTEN_ADDRESS: expected HOST:PORT, but was ""; write for example 127.0.0.1:10917 or [::1]:10917
                Try "java -jar ticrypt-exporter.jar demo --help".""",
                String.valueOf(assertThrows(
                                UsageException.class,
                                () -> new Arguments(Map.of("TICRYPT_EXPORTER_WEB_LISTEN_ADDRESS", ","), SCENARIOS)
                                        .parse("demo"))
                        .getMessage()));
    }

    @Test
    void anArgumentWithALineBreakIsStillOneLine() {
        assertEquals("""
                now?forged: unexpected argument; every flag begins with --
                Try "java -jar ticrypt-exporter.jar serve --help".""", refusal("--config.file=f.yaml", "now\nforged"));
    }

    @Test
    void theCommandComesFirst() {
        assertEquals("""
                check: expected the command first, but was behind a flag; write "check" before the flags
                Try "java -jar ticrypt-exporter.jar serve --help".""", refusal("--config.file=f.yaml", "check"));
    }

    @Test
    void anUnknownCommandNamesTheNearest() {
        assertEquals("""
                chek: unknown command; the nearest known one is check
                Try "java -jar ticrypt-exporter.jar --help".""", refusal("chek"));
    }

    @Test
    void theSiteIsWithinItsBounds() {
        assertEquals("""
                --seed: expected a whole number of at most 64 bits, but was "x"; write one
                --scale: expected a number above 0 and at most 100, but was "101"; write one such as 0.5 or 10
                --scenario: expected one of calm, busy, host-down, but was "bussy"; the nearest is busy
                Try "java -jar ticrypt-exporter.jar simulate --help".""", refusal("simulate", "--seed=x", "--scale=101", "--scenario=bussy"));
    }

    @Test
    void demoRefusesWhatServeRefuses() {
        assertEquals(
                """
                --web.config.file: expected the path of a file, but was "web.yaml"; there is no such file; create it, or correct the path
                --web.listen-address: expected a loopback address, since another one would be served to everyone who reaches it, without TLS and authentication, but was "0.0.0.0:10917"; name a file with tls_server_config and basic_auth_users by --web.config.file, or accept it with --web.allow-open
                --privacy.level: expected one of strict, named, detailed, but was "naamed"; the nearest is named
                Try "java -jar ticrypt-exporter.jar demo --help".""",
                refusal(
                        "demo",
                        "--web.listen-address=0.0.0.0:10917",
                        "--web.config.file=web.yaml",
                        "--privacy.level=naamed"));
    }

    @Test
    void theSimulatorListensOnOneAddress() {
        assertEquals("""
                --web.listen-address: expected one address, but was 2; keep one of them
                Try "java -jar ticrypt-exporter.jar simulate --help".""", refusal("simulate", "--web.listen-address=127.0.0.1:1", "--web.listen-address=127.0.0.1:2"));
    }

    @Test
    void theVersionNamesProgramBuildAndJava() throws Exception {
        String expected = "ticrypt-exporter " + Build.current().version() + " (Java "
                + System.getProperty("java.version") + ")\n";
        assertEquals(new Command.Show(expected), parse("--version"));
        assertEquals(new Command.Show(expected), parse("demo", "--version"));
        assertTrue(
                Build.current().version().matches("\\d+\\.\\d+\\.\\d+.*"),
                Build.current().version());
    }

    @Test
    void helpWinsOverWhateverElseIsWrong() throws Exception {
        assertEquals(parse("--help"), parse("--config.fil=f", "--help"));
        assertEquals(parse("check", "-h"), parse("check", "--help", "--log.level=loud"));
    }

    private static Command parse(String... words) throws UsageException {
        return new Arguments(Map.of(), SCENARIOS).parse(words);
    }

    private static String refusal(String... words) {
        return String.valueOf(
                assertThrows(UsageException.class, () -> parse(words)).getMessage());
    }

    private static Overrides overrides(String key, String value) {
        return new Overrides(Map.of(key, given("--" + key, value)));
    }

    private static LogOptions logging(LogOptions.Level level) {
        return new LogOptions(level, LogOptions.Format.LOGFMT);
    }

    private static Given given(String origin, String... values) {
        return new Given(origin, List.of(values));
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
