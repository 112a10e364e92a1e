package io.github.ticryptexporter.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.api.ScriptedServer.Then;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.fleet.TokenKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where tokens come from, when they are read again, and that they stay where they belong. */
class TokensTest {

    private final Path file;
    private final ScriptedServer server =
            ScriptedServer.sending(ScriptedServer.answer("Content-Length: 2", "[]"), Then.GO_ON);

    TokensTest(@TempDir Path directory) throws IOException {
        this.file = directory.resolve("drive-token");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aRotatedFileIsSeenByTheNextRead() throws Exception {
        ApiClient client = reads().client();
        Files.writeString(file, "invented-1\n");
        client.read(Reads.DRIVES);
        Files.writeString(file, "  invented-2\r\n\n");
        client.read(Reads.DRIVES);
        assertEquals(List.of("TC_TOKEN=invented-1", "TC_TOKEN=invented-2"), cookies());
    }

    @Test
    void aTokenIsNewUntilItWasTried() throws Exception {
        ApiClient client = reads().client();
        Files.writeString(file, "invented-1");
        assertTrue(client.hasNewToken(Reads.DRIVES));
        client.read(Reads.DRIVES);
        assertFalse(client.hasNewToken(Reads.DRIVES));
        Files.writeString(file, "invented-1\n");
        assertFalse(client.hasNewToken(Reads.DRIVES));
        Files.writeString(file, "invented-2\n");
        assertTrue(client.hasNewToken(Reads.DRIVES));
    }

    @Test
    void aTokenIsNewToASourceThatHasNotTriedItThoughAnotherHas() throws Exception {
        SourceId vms = new SourceId(Api.VMS, "libvirt");
        ApiClient client = Reads.from(server.uri()).client();
        client.read(vms);
        assertFalse(client.hasNewToken(vms));
        assertTrue(client.hasNewToken(new SourceId(Api.VMS, "libvirt2")));
    }

    @Test
    void aTokenThatIsBackAfterItsFileWasGoneIsTriedAgain() throws Exception {
        ApiClient client = reads().client();
        Files.writeString(file, "invented-1");
        client.read(Reads.DRIVES);
        Files.delete(file);
        assertEquals(
                "unauthorized: GET /api/drives: token file " + file + " is not there",
                Reads.inWords(client.read(Reads.DRIVES)));
        assertFalse(client.hasNewToken(Reads.DRIVES));
        Files.writeString(file, "invented-1");
        assertTrue(client.hasNewToken(Reads.DRIVES));
    }

    @Test
    void aTokenOfTheEnvironmentOrTheConfigurationIsNeverNewAfterItsFirstTry() throws Exception {
        Secret secret = new Secret(Reads.TOKEN);
        for (TokenSource fixed :
                List.of(new TokenSource.Environment("TICRYPT_TOKEN", secret), new TokenSource.Value(secret))) {
            ApiClient client = reads(fixed).client();
            client.read(Reads.DRIVES);
            assertFalse(client.hasNewToken(Reads.DRIVES));
        }
        assertEquals(List.of("TC_TOKEN=" + Reads.TOKEN, "TC_TOKEN=" + Reads.TOKEN), cookies());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n ",
                Reads.TOKEN + "\nsecond",
                Reads.TOKEN + " blank",
                Reads.TOKEN + ";Path=/",
                Reads.TOKEN + ",",
                Reads.TOKEN + "\u0000",
                Reads.TOKEN + "\u007f",
                "gr\u00fcn" + Reads.TOKEN,
                "\uFEFF" + Reads.TOKEN
            })
    void aFileWithoutOneUsableTokenIsAFailureThatDoesNotShowIt(String content) throws Exception {
        Files.writeString(file, content);

        assertEquals(
                "unauthorized: GET /api/drives: token file " + file
                        + " is empty or holds more than one line of plain characters",
                reads().outcome());
        assertEquals(0, server.connections());
    }

    @Test
    void aFileThatIsNoTokenByItsSizeIsNotRead() throws Exception {
        Files.writeString(file, Reads.TOKEN.repeat(4000));

        assertEquals(
                "unauthorized: GET /api/drives: token file " + file + " is larger than 65536 bytes", reads().outcome());
    }

    @Test
    void aFileOfTheLargestSizeIsRead() throws Exception {
        Files.write(file, (Reads.TOKEN + " ".repeat(65536 - Reads.TOKEN.length())).getBytes(StandardCharsets.US_ASCII));

        assertEquals("ok: 0 items, {}", reads().outcome());
    }

    @Test
    void aDirectoryIsNoTokenFile() throws Exception {
        Files.createDirectory(file);

        assertEquals("unauthorized: GET /api/drives: token file " + file + " is a directory", reads().outcome());
    }

    @Test
    void aRouteWhoseTokenIsNotConfiguredIsNotAsked() throws Exception {
        ApiClient client = reads().client();
        assertEquals(
                "unauthorized: GET /api/projects: no project token is configured",
                Reads.inWords(client.read(Reads.PROJECTS)));
        assertFalse(client.hasNewToken(Reads.PROJECTS));
        assertEquals(0, server.connections());
    }

    @Test
    void theTextOfASecretIsThreeStars() {
        Secret secret = new Secret(Reads.TOKEN);

        assertEquals("***", secret.toString());
        assertEquals("Value[secret=***]", new TokenSource.Value(secret).toString());
        assertEquals(
                "Environment[variable=TOKEN, secret=***]", new TokenSource.Environment("TOKEN", secret).toString());
        assertFalse(Reads.from(server.uri()).settings().toString().contains(Reads.TOKEN));
    }

    @Test
    void aSecretThatCannotTravelIsRefusedWithoutShowingIt() {
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> new Secret(Reads.TOKEN + "\n"));

        assertEquals("a secret must be one line of printable ASCII without blanks, ; or ,", thrown.getMessage());
    }

    @Test
    void theOriginOfATokenIsSaidInWords() {
        Secret secret = new Secret(Reads.TOKEN);

        assertEquals("file " + file, new TokenSource.File(file).origin());
        assertEquals("environment variable TOKEN", new TokenSource.Environment("TOKEN", secret).origin());
        assertEquals("value in the configuration", new TokenSource.Value(secret).origin());
    }

    private Reads reads() {
        return reads(new TokenSource.File(file));
    }

    private Reads reads(TokenSource source) {
        return Reads.from(server.uri()).with(Map.of(TokenKind.DRIVE, source));
    }

    private List<String> cookies() {
        return server.heads().stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("Cookie: "))
                .map(line -> line.substring("Cookie: ".length()))
                .toList();
    }
}
