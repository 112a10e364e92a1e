package io.github.ticryptexporter.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a token comes from; asked before every request, so that a rotated file takes effect without a restart. */
public sealed interface TokenSource {

    /**
     * The token as of now, without surrounding white space.
     *
     * @throws IOException when the file cannot be read or holds no usable token; the message never contains the content
     */
    Secret read() throws IOException;

    /** Where the token comes from, in words for a person; never the token. */
    String origin();

    /** Whether every user of the machine can get at it, in words with the mend; empty when not, or when nobody can tell. */
    default Optional<String> exposure() {
        return Optional.empty();
    }

    /**
     * A file that holds the token and nothing else.
     *
     * @param word what messages call it: {@code token} or {@code key}
     */
    record File(String word, Path path) implements TokenSource {

        /** No token is near this; a larger file is the wrong file. */
        private static final int MAX_BYTES = 64 * 1024;

        @Override
        public Secret read() throws IOException {
            String text = text().strip();
            if (!Secret.isUsable(text)) {
                throw new IOException(name() + " is empty or holds more than one line of plain characters");
            }
            return new Secret(text);
        }

        private String text() throws IOException {
            if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
                // A pipe would be waited for.
                throw new IOException(name() + " is a pipe, a device or the like");
            }
            try (InputStream in = Files.newInputStream(path)) {
                byte[] bytes = in.readNBytes(MAX_BYTES + 1);
                if (bytes.length <= MAX_BYTES) {
                    return new String(bytes, StandardCharsets.ISO_8859_1);
                }
            } catch (NoSuchFileException e) {
                throw new IOException(name() + " is not there", e);
            } catch (IOException e) {
                String trouble = Files.isDirectory(path) ? " is a directory" : " cannot be read";
                throw new IOException(name() + trouble, e);
            }
            throw new IOException(name() + " is larger than " + MAX_BYTES + " bytes");
        }

        private String name() {
            return word + " file " + path;
        }

        @Override
        public String origin() {
            return "file " + path;
        }

        @Override
        public Optional<String> exposure() {
            return Exposure.of(path);
        }
    }

    /** A token from an environment variable, which cannot change while the process runs. */
    record Environment(String variable, Secret secret) implements TokenSource {
        @Override
        public Secret read() {
            return secret;
        }

        @Override
        public String origin() {
            return "environment variable " + variable;
        }
    }

    /** A token that stands in the configuration itself. */
    record Value(Secret secret) implements TokenSource {
        @Override
        public Secret read() {
            return secret;
        }

        @Override
        public String origin() {
            return "value in the configuration";
        }
    }
}
