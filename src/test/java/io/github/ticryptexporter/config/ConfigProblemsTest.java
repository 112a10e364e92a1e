package io.github.ticryptexporter.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every refusal with its whole message, as {@code problems.txt} lists them: a claim, the file ({@code ...} stands for
 * the minimal configuration, four lines), and the problems behind {@code >}.
 */
class ConfigProblemsTest {

    private final ConfigDirectory directory;

    ConfigProblemsTest(@TempDir Path temporary) {
        directory = new ConfigDirectory(temporary);
        directory.write("empty", "");
        directory.write("lines", "two\nlines\n");
        directory.write("ca.pem", Pem.CERTIFICATE);
        directory.write(
                "hosts.yaml", "- { name: cpu-01, realm: libvirt }\n- { name: gpu-01, realm: libvirt, pin: kvm-01 }\n");
        directory.write("open.yaml", "hosts: [\n");
        directory.write("text.yaml", "gpu-01\n");
        directory.write("hostz.yaml", "hostz: []\n");
    }

    @TestFactory
    Stream<DynamicTest> refusals() {
        return Claim.golden("problems.txt")
                .map(refusal -> DynamicTest.dynamicTest(refusal.words(), () -> check(refusal)));
    }

    private void check(Claim refusal) {
        String problems = directory.problems(refusal.file().replaceFirst("^\\.\\.\\.\n", ConfigDirectory.MINIMAL));
        assertEquals(refusal.expected(), problems);
        assertFalse(problems.contains(ConfigDirectory.TOKEN), "a message contains the token");
    }

    @Test
    void theMessageNamesTheFileAndThenEveryProblem() {
        String message = directory.message("poll: { stale-after-intervals: 0 }\n");
        assertEquals("""
                configuration DIR/config.yaml: 3 problems
                ticrypt.base-url: expected the backend's address, but was nothing; write for example "base-url: https://api.example.edu"
                ticrypt.tokens: expected at least one token, but was none; write for example "drive: { file: /run/secrets/ticrypt/drive }"
                poll.stale-after-intervals: expected a whole number from 1 to 1000, but was "0" (line 1); write one in that range""", message);
    }
}
