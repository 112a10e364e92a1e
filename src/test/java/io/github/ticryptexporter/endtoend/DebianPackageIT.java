package io.github.ticryptexporter.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.testing.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Debian package as its judges see it; {@code .ci/systemd} installs it. */
class DebianPackageIT {
    private static final String PACKAGE = System.getProperty("exporter.jar", "").replaceFirst("\\.jar$", ".deb");

    private static final Path SYSTEMD = Path.of("src", "main", "resources", "assets", "systemd");

    @TempDir
    Path folder;

    @Test
    void filesLieWhereDebianWantsThemAndOnlySecretsAreClosed() {
        String files = Tool.of(
                        Tool.require("sh"), "-c", "dpkg-deb --contents \"$0\" | awk '{ print $1, $2, $6 }'", PACKAGE)
                .judge("")
                .output();

        assertEquals("""
                -rw-r----- root/root ./etc/ticrypt-exporter/exporter.yaml
                -rw-r--r-- root/root ./etc/default/ticrypt-exporter
                -rw-r--r-- root/root ./usr/lib/systemd/system/ticrypt-exporter.service
                -rw-r--r-- root/root ./usr/lib/sysusers.d/ticrypt-exporter.conf
                -rw-r--r-- root/root ./usr/share/bash-completion/completions/ticrypt-exporter
                -rw-r--r-- root/root ./usr/share/doc/ticrypt-exporter/THIRD-PARTY.txt
                -rw-r--r-- root/root ./usr/share/doc/ticrypt-exporter/changelog.Debian.gz
                -rw-r--r-- root/root ./usr/share/doc/ticrypt-exporter/changelog.gz
                -rw-r--r-- root/root ./usr/share/doc/ticrypt-exporter/copyright
                -rw-r--r-- root/root ./usr/share/doc/ticrypt-exporter/examples/ticrypt-exporter.example.yaml
                -rw-r--r-- root/root ./usr/share/doc/ticrypt-exporter/ticrypt-exporter.cdx.json
                -rw-r--r-- root/root ./usr/share/fish/vendor_completions.d/ticrypt-exporter.fish
                -rw-r--r-- root/root ./usr/share/lintian/overrides/ticrypt-exporter
                -rw-r--r-- root/root ./usr/share/man/man1/ticrypt-exporter.1.gz
                -rw-r--r-- root/root ./usr/share/ticrypt-exporter/ticrypt-exporter.jar
                -rw-r--r-- root/root ./usr/share/zsh/vendor-completions/_ticrypt-exporter
                -rwxr-xr-x root/root ./usr/bin/ticrypt-exporter
                drwxr-x--- root/root ./etc/ticrypt-exporter/tokens/
                """, sorted(files.lines().filter(line -> line.startsWith("-") || line.startsWith("drwxr-x---"))));
    }

    @Test
    void anUpgradeKeepsWhatTheAdministratorChanges() {
        assertAccepted(
                "/etc/default/ticrypt-exporter\n/etc/ticrypt-exporter/exporter.yaml\n",
                "dpkg-deb",
                "--info",
                PACKAGE,
                "conffiles");
    }

    @Test
    void lintianHasNothingToSay() {
        assertAccepted("", "lintian", "--allow-root", "--pedantic", "--display-info", PACKAGE);
    }

    @Test
    void systemdUnderstandsTheWholeUnit() throws Exception {
        assertAccepted("", "systemd-analyze", "verify", "--man=no", unit().toString());
    }

    /** In tenths of what systemd-analyze prints. */
    @Test
    void theServiceIsShutInAsFarAsJavaLets() throws Exception {
        Tool.Verdict verdict = Tool.of(
                        Tool.require("systemd-analyze"),
                        "security",
                        "--offline=true",
                        "--threshold=14",
                        unit().toString())
                .judge("");

        assertTrue(verdict.accepted(), verdict.output());
    }

    @Test
    void theStartScriptPassesItsArgumentsToTheJavaItIsTold() throws Exception {
        Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        Map<String, String> environment = Map.of("JAVA_HOME", folder.toString(), "JAVA_OPTS", "-Xms16m -Xmx64m");
        List<String> command =
                List.of("sh", SYSTEMD.resolve("ticrypt-exporter").toString(), "check", "--config.file=a b");
        try (RunningProcess script = RunningProcess.start(environment, command)) {
            assertEquals(0, script.exitCode(), script::err);
            assertEquals("""
                    -Xms16m
                    -Xmx64m
                    -jar
                    /usr/share/ticrypt-exporter/ticrypt-exporter.jar
                    check
                    --config.file=a b
                    """, script.out());
        }
    }

    @Test
    void withoutJavaTheStartScriptSaysWhatToInstall() throws Exception {
        List<String> command = List.of("sh", SYSTEMD.resolve("ticrypt-exporter").toString(), "demo");
        try (RunningProcess script = RunningProcess.start(Map.of("JAVA_HOME", folder.toString()), command)) {
            assertEquals(1, script.exitCode());
            assertEquals(
                    "ticrypt-exporter: there is no " + folder
                            + "/bin/java; install Java 17 or newer, or set JAVA_HOME to where it is\n",
                    script.err());
        }
    }

    /** The unit, with a program in it that is on this machine. */
    private Path unit() throws Exception {
        String unit = Files.readString(SYSTEMD.resolve("ticrypt-exporter.service"));
        return Files.writeString(
                folder.resolve("ticrypt-exporter.service"), unit.replace("/usr/bin/ticrypt-exporter", "/bin/true"));
    }

    private static String sorted(Stream<String> lines) {
        return lines.sorted().collect(Collectors.joining("\n", "", "\n"));
    }

    private static void assertAccepted(String output, String command, String... arguments) {
        assertEquals(
                new Tool.Verdict(0, output),
                Tool.of(Tool.require(command), arguments).judge(""));
    }
}
