package io.github.ticryptexporter.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.api.ScriptedServer.Then;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.testing.RecordedLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
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
    void aTokenThatComesAfterItsFileWasMissingIsTried() throws Exception {
        ApiClient client = reads().client();
        assertEquals(
                "unauthorized: GET /api/drives: token file " + file + " is not there",
                Reads.inWords(client.read(Reads.DRIVES)));
        assertFalse(client.hasNewToken(Reads.DRIVES));
        Files.writeString(file, "invented-1");
        assertTrue(client.hasNewToken(Reads.DRIVES));
        assertEquals("ok: 0 items, {}", Reads.inWords(client.read(Reads.DRIVES)));
    }

    @Test
    void aRotationOfAnyKindIsNoFailedReadAndTheNewTokenIsUsed() throws Exception {
        ApiClient client = reads().client();
        Path other = file.resolveSibling("other");
        Path data = file.resolveSibling("..data");
        Map<String, Rotation> rotations = new LinkedHashMap<>();
        rotations.put("written in place", () -> Files.writeString(file, "invented-1"));
        rotations.put("moved over it", () -> {
            Files.writeString(other, "invented-2");
            Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
        });
        rotations.put("empty before it is written", () -> {
            Files.writeString(file, "");
            assertEquals("ok: 0 items, {}", Reads.inWords(client.read(Reads.DRIVES)));
            Files.writeString(file, "invented-3");
        });
        rotations.put("gone for a while", () -> {
            Files.delete(file);
            assertEquals("ok: 0 items, {}", Reads.inWords(client.read(Reads.DRIVES)));
            Files.writeString(file, "invented-4");
        });
        rotations.put("a link to a directory that is swapped, as a mounted Secret has it", () -> {
            Files.delete(file);
            Files.writeString(Files.createDirectory(file.resolveSibling("..1")).resolve("token"), "invented-5");
            Files.createSymbolicLink(data, Path.of("..1"));
            Files.createSymbolicLink(file, Path.of("..data", "token"));
        });
        rotations.put("the swap itself", () -> {
            Files.writeString(Files.createDirectory(file.resolveSibling("..2")).resolve("token"), "invented-6");
            Files.createSymbolicLink(other, Path.of("..2"));
            Files.move(other, data, StandardCopyOption.ATOMIC_MOVE);
        });
        for (Map.Entry<String, Rotation> rotation : rotations.entrySet()) {
            rotation.getValue().run();
            assertTrue(client.hasNewToken(Reads.DRIVES), rotation.getKey());
            assertEquals("ok: 0 items, {}", Reads.inWords(client.read(Reads.DRIVES)), rotation.getKey());
        }
        assertEquals(
                List.of(
                        "TC_TOKEN=invented-1",
                        "TC_TOKEN=invented-2",
                        "TC_TOKEN=invented-2",
                        "TC_TOKEN=invented-3",
                        "TC_TOKEN=invented-3",
                        "TC_TOKEN=invented-4",
                        "TC_TOKEN=invented-5",
                        "TC_TOKEN=invented-6"),
                cookies());
    }

    @FunctionalInterface
    private interface Rotation {
        void run() throws Exception;
    }

    @Test
    void whatIsWrongWithAFileIsSaidOnceAndSoIsThatItIsRight() throws Exception {
        SourceId vms = new SourceId(Api.VMS, "libvirt");
        Files.writeString(file, "invented-1");
        access("rw-------");
        TokenSource source = new TokenSource.File("token", file);
        ApiClient client = Reads.from(server.uri())
                .with(Map.of(TokenKind.DRIVE, source, TokenKind.VM, source))
                .client();
        try (RecordedLog log = RecordedLog.of(HeldSecrets.class)) {
            for (String access : List.of("rw-------", "rw-r--r--", "rw-r--r--", "rw----r--", "rw-r-----")) {
                access(access);
                client.read(Reads.DRIVES);
                client.read(vms);
            }
            Files.delete(file);
            client.read(Reads.DRIVES);
            client.read(vms);
            Files.writeString(file, "");
            client.read(Reads.DRIVES);
            Files.writeString(file, "invented-2");
            access("rw-------");
            client.read(Reads.DRIVES);
            assertEquals("""
                    every user of this machine can read FILE; take that permission away
                    no longer so: every user of this machine can read FILE; take that permission away
                    token file FILE is not there; what it held before stays in use
                    token file FILE is empty or holds more than one line of plain characters; what it held before stays in use
                    no longer so: token file FILE is empty or holds more than one line of plain characters; what it held before stays in use""", String.join("\n", log.lines()).replace(file.toString(), "FILE"));
        }
    }

    private void access(String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void aSecretThatIsNoLongerConfiguredIsForgotten() throws Exception {
        Files.writeString(file, "invented-1");
        ApiClient client = reads().client();
        client.read(Reads.DRIVES);
        ApiSettings without = Reads.from(server.uri()).with(Map.of()).settings();
        ApiSettings with = reads().settings();
        Files.delete(file);
        assertEquals(
                "unauthorized: GET /api/drives: token file " + file + " is not there",
                Reads.inWords(client.obeying(without).obeying(with).read(Reads.DRIVES)));
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

        assertEquals("file " + file, new TokenSource.File("token", file).origin());
        assertEquals("environment variable TOKEN", new TokenSource.Environment("TOKEN", secret).origin());
        assertEquals("value in the configuration", new TokenSource.Value(secret).origin());
    }

    private Reads reads() {
        return reads(new TokenSource.File("token", file));
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
