package io.github.ticryptexporter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The manual page and the completions of the package say what the program says, and their readers accept them. */
class PackagedReferenceTest {

    private static final Path PACKAGE = Path.of("src", "deb");
    private static final Path BASH = PACKAGE.resolve("completion.bash");
    private static final Path FISH = PACKAGE.resolve("completion.fish");
    private static final Completions COMPLETIONS = new Completions(Scenario.labels());

    @Test
    void theManualPageNamesEveryCommandAndFlag() throws IOException {
        assertPackaged(PACKAGE.resolve("ticrypt-exporter.1"), new ManPage(Scenario.labels()).text());
    }

    @Test
    void theCompletionsKnowEveryCommandAndFlag() throws IOException {
        assertPackaged(BASH, COMPLETIONS.bash());
        assertPackaged(PACKAGE.resolve("completion.zsh"), COMPLETIONS.zsh());
        assertPackaged(FISH, COMPLETIONS.fish());
    }

    /** It has no date, which would be that of the latest change of a flag. */
    @Test
    void theManualPageIsWellFormed() {
        Tool.Verdict verdict = Tool.of(
                        Tool.require("mandoc"), "-T", "lint", "-W", "warning", "src/deb/ticrypt-exporter.1")
                .judge("");

        assertEquals("", verdict.output().replaceFirst(".*WARNING: missing date, using \"\": TH\n", ""));
    }

    /** Words are apart as Bash takes them apart; the last one is where the Tab key is pressed. */
    @ParameterizedTest
    @CsvSource(textBlock = """
                    'si',                              simulate
                    'check --li',                      --live
                    'serve --privacy.level = st',      strict
                    'serve --log.level d',             debug
                    'demo --scenario = drift',         drift
                    'metrics --format =',              'markdown json'
                    'metrics --se',                    ''
                    '--log.f',                         --log.format=
                    'serve --config.file = src/deb/completion.b', src/deb/completion.bash
                    'assets src/ma',                   src/main
                    """)
    void bashOffersWhatFits(String words, String offered) {
        assertAccepted(Tool.of(Tool.require("bash"), "-s", "--", words), """
                . src/deb/completion.bash
                COMP_WORDS=(ticrypt-exporter $1)
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                _ticrypt_exporter
                echo "${COMPREPLY[*]}"
                """, offered + "\n");
    }

    @Test
    void bashOffersTheFlagsOfEachCommandThatItsHelpNames() {
        String asked = Arrays.stream(Verb.values())
                .map(verb -> "COMP_WORDS=(ticrypt-exporter " + verb.word() + " -)\n"
                        + "COMP_CWORD=2\n_ticrypt_exporter\necho \"${COMPREPLY[*]}\"\n")
                .collect(Collectors.joining());
        String expected = Arrays.stream(Verb.values())
                .map(verb -> ManPage.shown(verb)
                        .map(flag -> flag.option() + (flag.isSwitch() ? " " : "= "))
                        .collect(Collectors.joining("", "", "--help --version\n")))
                .collect(Collectors.joining());

        assertAccepted(Tool.of(Tool.require("bash")), ". src/deb/completion.bash\n" + asked, expected);
    }

    @Test
    void fishOffersWhatFits() {
        String offered = Tool.of(Tool.require("fish"), "--no-config", "-c", """
                        source src/deb/completion.fish
                        complete -C 'ticrypt-exporter si'
                        complete -C 'ticrypt-exporter check --li'
                        complete -C 'ticrypt-exporter serve --privacy.level=st'
                        """)
                .judge("")
                .output()
                .replaceAll("(?m)\\t.*$", "");

        assertEquals("simulate\n--live\n--privacy.level=strict\n", offered);
    }

    @Test
    void zshReadsItsCompletions() {
        assertAccepted(Tool.of(Tool.require("zsh"), "-f", "-n", "src/deb/completion.zsh"), "");
    }

    /** With {@code -Dupdate.reference=true} the file is written instead of compared. */
    private static void assertPackaged(Path file, String text) throws IOException {
        if (Boolean.getBoolean("update.reference")) {
            Files.writeString(file, text);
            return;
        }
        assertEquals(text, Files.readString(file), "run the tests with -Dupdate.reference=true and read the diff");
    }

    private static void assertAccepted(Tool tool, String output) {
        assertAccepted(tool, "", output);
    }

    private static void assertAccepted(Tool tool, String input, String output) {
        assertEquals(new Tool.Verdict(0, output), tool.judge(input));
    }
}
