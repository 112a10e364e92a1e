package io.github.ticryptexporter.exposition;

import io.github.ticryptexporter.bench.StandingSite;
import io.github.ticryptexporter.metrics.ExposedFamily;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/** Families to text, against the writer of the Prometheus client library on the same samples. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"})
public class RenderBenchmark {

    private static final PrometheusTextFormatWriter PEER = PrometheusTextFormatWriter.create();

    @Param("3.4")
    public double scale;

    private List<ExposedFamily> families = List.of();
    private MetricSnapshots sameFamilies = MetricSnapshots.of();

    @Setup
    public void read() throws IOException, InterruptedException {
        try (StandingSite site = StandingSite.ofScale(scale)) {
            families = site.families().stream().filter(ClientModel::covers).toList();
            sameFamilies = ClientModel.of(families);
        }
    }

    @Benchmark
    public Object exporter() throws IOException {
        Chunks chunks = new Chunks();
        TextWriter.TEXT.write(families, chunks);
        return chunks.parts();
    }

    @Benchmark
    public Object peer() throws IOException {
        Chunks chunks = new Chunks();
        PEER.write(chunks, sameFamilies);
        return chunks.parts();
    }
}
