package io.github.ticryptexporter.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret is in no message, however the file around it is broken. */
class SecretsTest {

    private static final String FILE = """
            ticrypt:
              base-url: https://api.example.edu
              tokens:
                drive: { file: invented-token-0042 }
                vm: { env: invented-token-0042 }
                team: { value: invented-token-0042 }
                project:
                  value: invented-token-0042
                user: invented-token-0042
            identity: { monocloud: { api-key: { value: invented-token-0042 } } }
            """;

    private final ConfigDirectory directory;

    SecretsTest(@TempDir Path temporary) {
        directory = new ConfigDirectory(temporary);
    }

    @Test
    void oneSlipAnywhereBringsNoSecretIntoAMessage() {
        Set<String> leaks = new TreeSet<>();
        for (int at = 0; at <= FILE.length(); at++) {
            String before = FILE.substring(0, at);
            String after = FILE.substring(at);
            collectLeak(before, leaks);
            collectLeak(before + after.substring(Math.min(1, after.length())), leaks);
            for (char slip : "\n :'{".toCharArray()) {
                collectLeak(before + slip + after, leaks);
            }
        }
        assertEquals(Set.of(), leaks);
    }

    private void collectLeak(String yaml, Set<String> leaks) {
        String problems = directory.problems(yaml);
        if (problems.contains(ConfigDirectory.TOKEN)) {
            leaks.add(problems);
        }
    }

    @Test
    void noPartOfALoadedConfigurationShowsASecret() throws Exception {
        String yaml = ConfigDirectory.MINIMAL.replace("{ file: drive.token }", "{ env: INVENTED_TOKEN }")
                + "    team: { value: invented-token-0042 }\n";
        LoadedConfig loaded = directory.load(yaml);
        String shown = loaded + EffectiveConfig.render(loaded.config(), loaded.files());
        assertFalse(shown.contains(ConfigDirectory.TOKEN), shown);
    }

    @Test
    void theContentOfAKeyFileIsNotShown() throws Exception {
        directory.write("host.key", "invented-host-key");
        LoadedConfig loaded = directory.load(ConfigDirectory.MINIMAL + "privacy: { host-key-file: host.key }\n");
        String shown = loaded + EffectiveConfig.render(loaded.config(), loaded.files());
        assertFalse(shown.contains("invented-host-key"), shown);
    }
}
