package io.github.ticryptexporter.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A server that the exporter is measured beside. */
record Peer(RunningProcess process, URI address) implements AutoCloseable {

    private static final Duration OFTEN = Duration.ofMillis(20);

    /** nginx as Debian sets it up, but for its log and for keeping connections; it answers with these bytes. */
    static Peer nginx(Workspace workspace, Path program, byte[] gzip) {
        int port = Ports.free();
        Path body = workspace.write("metrics", gzip);
        String configuration = """
                daemon off;
                worker_processes auto;
                pid %1$s;
                error_log stderr;
                events { worker_connections 768; }
                http {
                  sendfile on;
                  tcp_nopush on;
                  access_log off;
                  keepalive_requests 1000000000;
                  server {
                    listen 127.0.0.1:%2$d;
                    location = /metrics {
                      alias %3$s;
                      types { }
                      default_type "text/plain; version=0.0.4";
                      add_header Content-Encoding gzip;
                    }
                  }
                }
                """.formatted(workspace.unused("nginx.pid"), port, body);
        String file = workspace.write("nginx.conf", configuration).toString();
        return started(
                workspace,
                List.of(program.toString(), "-p", workspace.directory().toString(), "-c", file),
                port);
    }

    /** What runs on every machine; it reads the kernel's figures at each scrape. */
    static Peer nodeExporter(Workspace workspace, Path program) {
        int port = Ports.free();
        return started(workspace, List.of(program.toString(), "--web.listen-address=127.0.0.1:" + port), port);
    }

    private static Peer started(Workspace workspace, List<String> command, int port) {
        Peer peer =
                new Peer(RunningProcess.start(workspace, command), URI.create("http://127.0.0.1:" + port + "/metrics"));
        peer.process.await("answers", OFTEN, () -> Exposition.isAnswered(peer.address));
        return peer;
    }

    @Override
    public void close() {
        process.close();
    }
}
