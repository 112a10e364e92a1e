package io.github.ticryptexporter.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** An HTTP server of a process, seen by a client. */
record Web(URI base) {
    static final String OPENMETRICS = "application/openmetrics-text;version=1.0.0";
    static final String TEXT = "text/plain;version=0.0.4";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Where the daemon's start line says it listens. */
    static Web ofServe(RunningProcess exporter) {
        return new Web(URI.create("http://" + exporter.awaitErr("serves /metrics on (\\S+) ")));
    }

    /** Where the demo says its status page is. */
    static Web ofDemo(RunningProcess demo) {
        return new Web(URI.create(demo.awaitOut("Status page +(http://\\S+)/\n")));
    }

    /** Where the demo or the simulator says that the simulated site is. */
    static Web ofSite(RunningProcess process) {
        return new Web(URI.create(process.awaitOut("simulated tiCrypt site(?: runs)? at (http://[^\\s,]+)")));
    }

    HttpResponse<String> get(String path, String accept) {
        return send(HttpRequest.newBuilder(base.resolve(path)).header("Accept", accept));
    }

    String body(String path) {
        return get(path, TEXT).body();
    }

    int status(String path) {
        return get(path, TEXT).statusCode();
    }

    String metrics() {
        return body("/metrics");
    }

    HttpResponse<String> postJson(String path, String json) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<String> post(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    HttpResponse<String> scenario(String name) {
        return send(HttpRequest.newBuilder(base.resolve("/__simulator/scenario"))
                .PUT(HttpRequest.BodyPublishers.ofString(name)));
    }

    Web awaitReady() {
        Awaitility.await("ready").atMost(RunningProcess.PATIENCE).until(() -> status("/-/ready") == 200);
        return this;
    }

    /** Waits until a whole line of the text exposition matches. */
    void awaitLine(String pattern) {
        Pattern line = Pattern.compile("(?m)^" + pattern + "$");
        Awaitility.await(pattern)
                .atMost(RunningProcess.PATIENCE)
                .until(() -> line.matcher(metrics()).find());
    }

    /** Whether a new connection is refused; the client above would take one that it has. */
    boolean isRefused() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
            return false;
        } catch (ConnectException e) {
            return true;
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
