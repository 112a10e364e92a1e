package io.github.ticryptexporter.config;

/** A file that cannot be taken as one YAML document; the message never quotes the file, which may hold secrets. */
final class YamlException extends Exception {
    private static final long serialVersionUID = 1L;

    YamlException(String message) {
        super(message);
    }
}
