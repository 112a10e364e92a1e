package io.github.ticryptexporter.bench;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** One answer of {@code /metrics}, in text 0.0.4 and gzip, as Prometheus asks. */
final class Exposition {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final byte[] gzip;

    private Exposition(byte[] gzip) {
        this.gzip = gzip;
    }

    static Exposition of(URI metrics) {
        HttpRequest request = HttpRequest.newBuilder(metrics)
                .header("Accept", "text/plain;version=0.0.4")
                .header("Accept-Encoding", "gzip")
                .build();
        try {
            HttpResponse<byte[]> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("expected 200 from " + metrics + ", but was " + answer.statusCode());
            }
            return new Exposition(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while asking " + metrics, e);
        }
    }

    /** Whether a GET is answered with 200. */
    static boolean isAnswered(URI address) throws InterruptedException {
        try {
            return CLIENT.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** As it came; for a peer that serves the same. */
    byte[] gzip() {
        return gzip;
    }

    /** Length of the text. */
    long textBytes() {
        try (InputStream text = text()) {
            return text.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines that hold a sample. */
    long series() {
        return lines().filter(line -> !line.startsWith("#")).count();
    }

    /** The sum of all samples of this name. */
    double sum(String name) {
        return sum(name, "");
    }

    /** The sum of the samples of this name that carry this label, as in {@code api="vms"}. */
    double sum(String name, String label) {
        return samples(name)
                .filter(line -> line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** How many samples of this name there are. */
    long count(String name) {
        return samples(name).count();
    }

    /** Reads no further than to the last of them, for the families come by name. */
    private Stream<String> samples(String name) {
        return lines().dropWhile(line -> !line.startsWith(name + "{") && !line.startsWith(name + " "))
                .takeWhile(line -> !line.startsWith("#"))
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "));
    }

    private Stream<String> lines() {
        return new BufferedReader(new InputStreamReader(text(), StandardCharsets.UTF_8)).lines();
    }

    private InputStream text() {
        try {
            return new GZIPInputStream(new ByteArrayInputStream(gzip));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
