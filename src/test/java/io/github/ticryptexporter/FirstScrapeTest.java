package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.cli.Build;
import io.github.ticryptexporter.config.ConfigLoader;
import io.github.ticryptexporter.config.LoadedConfig;
import io.github.ticryptexporter.config.Overrides;
import io.github.ticryptexporter.testing.ManualClock;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scrape finds that comes as soon as the exporter listens, before it has asked for anything. */
class FirstScrapeTest {
    @TempDir
    private Path folder;

    @Test
    void eachRouteIsThereAndDownBeforeAnyWasAskedFor() throws Exception {
        List<String> answers = new ArrayList<>();
        try (Exporter exporter = new Exporter(loaded(), Build.current(), new ManualClock())) {
            AtStart.doing(() -> answers.add(scrape(exporter.addresses().get(0))), exporter::start);
        }

        assertEquals(1, answers.size());
        assertEquals("""
                ticrypt_up{api="drives",realm=""} 0
                ticrypt_up{api="teams",realm=""} 0""", matching(answers.get(0), "ticrypt_up\\b.*"));
        assertEquals("", matching(answers.get(0), "ticrypt_poll_failures_total.* [1-9].*"));
    }

    private static String matching(String answer, String pattern) {
        return String.join(
                "\n", answer.lines().filter(line -> line.matches(pattern)).toList());
    }

    /** Nothing listens there, so that each route stays down. */
    private LoadedConfig loaded() throws Exception {
        Path file = Files.writeString(folder.resolve("exporter.yaml"), """
                ticrypt:
                  base-url: http://127.0.0.1:1
                  tokens: { drive: { value: drive-token }, team: { value: team-token } }
                web: { listen-address: [ "127.0.0.1:0" ] }
                """);
        return new ConfigLoader(Map.of()).load(file, Overrides.NONE);
    }

    private static String scrape(InetSocketAddress address) {
        URI metrics = URI.create("http://127.0.0.1:" + address.getPort() + "/metrics");
        return HttpClient.newHttpClient()
                .sendAsync(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                .join()
                .body();
    }

    /** Does something where the exporter first says where it listens, and lets it go on afterwards. */
    private static final class AtStart extends Handler {
        private final Runnable act;
        private boolean isDone;

        private AtStart(Runnable act) {
            this.act = act;
        }

        static void doing(Runnable act, Runnable start) {
            Logger logger = Logger.getLogger(Exporter.class.getName());
            AtStart handler = new AtStart(act);
            logger.addHandler(handler);
            try {
                start.run();
            } finally {
                logger.removeHandler(handler);
            }
        }

        @Override
        public void publish(LogRecord entry) {
            if (!isDone) {
                isDone = true;
                act.run();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
