package io.github.ticryptexporter.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"1.10", "0123", "1_000", "yes", "0x1F", "1e5", "2026-01-01", "~x", "10.1.2.3"})
    void aScalarKeepsItsText(String text) throws Exception {
        assertEquals(new YamlNode.Scalar(1, text), value("key: " + text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "Null"})
    void nothingIsNothing(String text) throws Exception {
        assertEquals(new YamlNode.Nothing(1), value("key: " + text));
    }

    @Test
    void anEmptyTextIsAText() throws Exception {
        assertEquals(new YamlNode.Scalar(1, ""), value("key: ''"));
    }

    @Test
    void aByteOrderMarkAndLineEndingsOfOtherSystemsAreFine() throws Exception {
        assertEquals(new YamlNode.Scalar(1, "value"), value("\ufeffkey: value\r\n"));
    }

    @Test
    void aKeysLineIsThatOfTheKey() throws Exception {
        assertEquals(2, entry("# comment\nkey:\n  below: value\n").line());
    }

    @Test
    void whatIsNoTextFileIsRefused(@TempDir Path directory) throws Exception {
        Path file = Files.write(directory.resolve("binary"), new byte[] {'a', ':', ' ', (byte) 0xff});
        assertEquals("the file is not UTF-8 text", refusal(file));
        assertEquals("the file cannot be read; it is a directory", refusal(directory));
        assertEquals("there is no such file; correct the path, or create the file", refusal(directory.resolve("none")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"key: \"\\uD83D\"\n", "\"\\uDE00\": value\n", "key: [ \"\\uDE00\\uD83D\" ]\n"})
    void halfASurrogatePairIsRefused(String text) {
        YamlException refusal = assertThrows(YamlException.class, () -> YamlReader.parse(text, ""));
        assertEquals("half a character at line 1; write it whole instead of its \\u escapes", refusal.getMessage());
    }

    @Test
    void aWholeSurrogatePairIsACharacter() throws Exception {
        assertEquals(new YamlNode.Scalar(1, "\ud83d\ude00"), value("key: \"\\uD83D\\uDE00\"\n"));
    }

    @Test
    void endlessNestingIsRefused() {
        YamlException refusal = assertThrows(YamlException.class, () -> YamlReader.parse("[".repeat(100_000), ""));
        assertEquals("not valid YAML: too many [ or { within each other", refusal.getMessage());
    }

    @Test
    void anEndlessFileIsRefused() {
        String hosts = "- { name: gpu-01, realm: libvirt, ssh-host: 10.1.2.3, memory: 1TiB }\n".repeat(50_000);
        YamlException refusal = assertThrows(YamlException.class, () -> YamlReader.parse(hosts, ""));
        assertTrue(String.valueOf(refusal.getMessage()).endsWith(": more than 3 MiB"), refusal.getMessage());
    }

    private static YamlNode value(String text) throws YamlException {
        return entry(text).value();
    }

    private static YamlNode.Entry entry(String text) throws YamlException {
        YamlNode.Mapping mapping = assertInstanceOf(YamlNode.Mapping.class, YamlReader.parse(text, ""));
        return Objects.requireNonNull(mapping.entries().get("key"));
    }

    private static String refusal(Path file) {
        return String.valueOf(assertThrows(YamlException.class, () -> YamlReader.read(file, new SeenFiles(), ""))
                .getMessage());
    }
}
