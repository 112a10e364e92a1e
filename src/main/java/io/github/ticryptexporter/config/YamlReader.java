package io.github.ticryptexporter.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One YAML file to a {@link YamlNode}.
 *
 * <p>Reads the parser's tokens rather than a {@code JsonNode}: a tree of Jackson's has no lines, and has already made
 * numbers of what looks like one. The parser's own messages quote the line they stumble on, so none is passed on.
 */
final class YamlReader {

    private static final YAMLFactory YAML = new YAMLFactory();

    /** A part of what the parser says, and the same in words that quote nothing; the first that fits is right. */
    private record Reason(String part, String words) {}

    private static final List<Reason> REASONS = List.of(
            new Reason("TAB", "a tab; indent with blanks"),
            new Reason("mapping values are not allowed", "a second \": \" in a line, or a line indented too far"),
            new Reason("could not find expected ':'", "a key without its \":\""),
            new Reason("cannot start any token", "a value that begins with @, ` or %; put it in quotes"),
            new Reason("parsing a flow", "a [ or { that is not closed, or a comma that is missing"),
            new Reason("scanning a quoted scalar", "a quote that is not closed"),
            new Reason("parsing a block", "a line that is indented differently from its neighbours"),
            new Reason("special characters", "a control character"),
            new Reason("exceeds the limit", "more than 3 MiB"),
            new Reason("nesting depth", "too many [ or { within each other"),
            new Reason("<document start>", "something behind the end of the document"));

    private YamlReader() {}

    /** @param least what an empty file should hold at least */
    static YamlNode read(Path file, SeenFiles files, String least) throws YamlException {
        return parse(text(file, files), least);
    }

    static YamlNode parse(String text, String least) throws YamlException {
        try (YAMLParser parser = YAML.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new YamlException("the file is empty; write at least " + least);
            }
            YamlNode root = node(parser);
            if (parser.nextToken() != null) {
                throw new YamlException(
                        "a second document begins at line " + line(parser) + "; keep everything in one, without ---");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw new YamlException("not valid YAML" + where(e) + reason(e));
        } catch (IOException e) {
            throw new YamlException("not valid YAML");
        }
    }

    private static String text(Path file, SeenFiles files) throws YamlException {
        try {
            byte[] bytes = files.read(file);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new YamlException("there is no such file; correct the path, or create the file");
        } catch (CharacterCodingException e) {
            throw new YamlException("the file is not UTF-8 text");
        } catch (IOException e) {
            throw new YamlException("the file cannot be read; " + SeenFiles.reason(file, e));
        }
    }

    private static YamlNode node(YAMLParser parser) throws IOException, YamlException {
        int line = line(parser);
        if (parser.isCurrentAlias()) {
            return new YamlNode.Alias(line);
        }
        if (parser.hasToken(JsonToken.START_OBJECT)) {
            return mapping(parser, line);
        }
        if (parser.hasToken(JsonToken.START_ARRAY)) {
            return items(parser, line);
        }
        return parser.hasToken(JsonToken.VALUE_NULL)
                ? new YamlNode.Nothing(line)
                : new YamlNode.Scalar(line, wellFormed(parser.getText(), line));
    }

    private static YamlNode mapping(YAMLParser parser, int line) throws IOException, YamlException {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        List<YamlNode.Repeated> repeated = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int keyLine = line(parser);
            String key = wellFormed(parser.currentName(), keyLine);
            parser.nextToken();
            if (entries.putIfAbsent(key, new YamlNode.Entry(keyLine, node(parser))) != null) {
                repeated.add(new YamlNode.Repeated(key, keyLine));
            }
        }
        return new YamlNode.Mapping(line, entries, repeated);
    }

    private static YamlNode items(YAMLParser parser, int line) throws IOException, YamlException {
        List<YamlNode> nodes = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            nodes.add(node(parser));
        }
        return new YamlNode.Items(line, nodes);
    }

    /** YAML can escape half a surrogate pair: two names that differ in it would come out as one label value. */
    private static String wellFormed(String text, int line) throws YamlException {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new YamlException("half a character at line " + line + "; write it whole instead of its \\u escapes");
        }
        return text;
    }

    private static int line(YAMLParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static String where(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? "" : " at line " + location.getLineNr();
    }

    private static String reason(JsonProcessingException e) {
        String message = String.valueOf(e.getOriginalMessage());
        return REASONS.stream()
                .filter(reason -> message.contains(reason.part()))
                .map(reason -> ": " + reason.words())
                .findFirst()
                .orElse("");
    }
}
