package io.github.ticryptexporter.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of this machine that is measured with or against. */
enum Tool {
    WRK("wrk", "wrk"),
    NGINX("nginx", "nginx-light"),
    NODE_EXPORTER("prometheus-node-exporter", "prometheus-node-exporter");

    /** Where servers are, which is not on everybody's path. */
    private static final String OF_SERVERS = "/usr/sbin";

    private final String command;
    private final String debianPackage;

    Tool(String command, String debianPackage) {
        this.command = command;
        this.debianPackage = debianPackage;
    }

    Optional<Path> find() {
        String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + OF_SERVERS;
        return Stream.of(path.split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, command))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What stands in the place of its figures where it is missing. */
    String missing() {
        return command + " is missing: apt-get install " + debianPackage;
    }
}
