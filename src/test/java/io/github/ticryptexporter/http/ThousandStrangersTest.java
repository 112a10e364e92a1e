package io.github.ticryptexporter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand connections of people who may not enter, in every way that is a nuisance, beside a scraper who may. */
final class ThousandStrangersTest {
    private static final int ROUNDS = 25;
    private static final int IN_A_ROUND = 40;
    private static final String GUESS = "Authorization: Basic ";
    private static final PasswordHash HORSE =
            new PasswordHash("$2y$04$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e");
    private static final String SCRAPER =
            "GET /metrics HTTP/1.1\nHost: x\n" + GUESS + base64("scraper:correct horse") + "\n\n";

    private final List<RawClient> strangers = new ArrayList<>();

    @Test
    void noScrapeFailsOnTheConnectionThatIsKeptOrOnANewOne(@TempDir Path directory) throws Exception {
        Https https = Https.ofServer(directory);
        Authentication users = new Authentication(Map.of("scraper", HORSE), Map.of());
        WebSecurity security = new WebSecurity(https.server(), users, Map.of(), null);
        SSLContext tls = https.client("none", "server");
        try (FakeExporter exporter = FakeExporter.started(FakeExporter.settings(security));
                RawClient kept = RawClient.within(tls, exporter.address())) {
            scrape(kept);
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < IN_A_ROUND; i++) {
                    visit(exporter, tls, round * IN_A_ROUND + i);
                }
                scrape(kept);
                try (RawClient another = RawClient.within(tls, exporter.address())) {
                    scrape(another);
                }
                assertTrue(exporter.server.connections() <= Bounds.DEFAULT.connections());
            }
            assertEquals(ROUNDS * IN_A_ROUND, strangers.size());
            assertTrue(exporter.met.contains(Limit.CONNECTIONS));
            assertTrue(exporter.refused.containsAll(
                    List.of(Refusal.HANDSHAKE, Refusal.NO_CREDENTIALS, Refusal.WRONG_CREDENTIALS)));
        } finally {
            for (RawClient stranger : strangers) {
                stranger.close();
            }
        }
    }

    /** Stays connected, unless the server ends it, which it is free to do. */
    private void visit(FakeExporter exporter, SSLContext tls, int number) throws IOException {
        boolean isWithinTls = number % 8 >= 4;
        RawClient stranger =
                isWithinTls ? RawClient.within(tls, exporter.address()) : RawClient.connected(exporter.address());
        strangers.add(stranger);
        try {
            stranger.send(
                    switch (number % 8) {
                        case 0 -> "";
                        case 1 -> "GET /metrics HTTP/1.1\nHost: x\n\n";
                        case 2 -> "\26\3\1\1@\1";
                        case 3 -> "\0\1\2\3".repeat(100);
                        case 4 -> "GET /metrics HTTP/1.1\nHost: x\n\n";
                        case 5 -> "GET /metrics HTTP/1.1\nHost: x\n" + GUESS + base64("scraper:" + number) + "\n\n";
                        case 6 -> "GET /metrics HTTP/1.1\nX-Slow: ";
                        default -> "GET /made/up HTTP/1.1\nHost: x\n\n".repeat(100);
                    });
        } catch (IOException e) {
            assertTrue(number % 8 == 7 || isWithinTls, "only those who say much can be cut off while they say it");
        }
    }

    private static void scrape(RawClient client) throws IOException {
        client.send(SCRAPER);
        assertEquals("HTTP/1.1 200 OK", client.line());
        String line = client.line();
        while (!line.isEmpty()) {
            line = client.line();
        }
        assertEquals(FakeExporter.METRICS.strip(), client.line());
    }

    private static String base64(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
