package io.github.ticryptexporter.exposition;

import io.github.ticryptexporter.bench.StandingSite;
import io.github.ticryptexporter.metrics.ExposedFamily;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Text to gzip as at a publish, against the platform's stream with its defaults, of which a scrape could not reuse a byte. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"})
public class CompressBenchmark {

    @Param("3.4")
    public double scale;

    private byte[] text = {};

    @Setup
    public void render() throws IOException, InterruptedException {
        try (StandingSite site = StandingSite.ofScale(scale)) {
            List<ExposedFamily> families = site.families();
            ByteArrayOutputStream rendered = new ByteArrayOutputStream();
            TextWriter.TEXT.write(families, rendered);
            text = rendered.toByteArray();
        }
    }

    @Benchmark
    public Object exporter() throws IOException {
        return GzipHead.of(out -> out.write(text));
    }

    @Benchmark
    public Object peer() throws IOException {
        Chunks chunks = new Chunks();
        try (GZIPOutputStream gzip = new GZIPOutputStream(chunks)) {
            gzip.write(text);
        }
        return chunks.parts();
    }
}
