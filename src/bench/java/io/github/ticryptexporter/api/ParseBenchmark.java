package io.github.ticryptexporter.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.ticryptexporter.bench.StandingSite;
import io.github.ticryptexporter.fleet.Api;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
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

/** Answers to records, against Jackson going through the tokens of the same bytes and keeping nothing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"})
public class ParseBenchmark {

    /** The large lists. */
    public enum Answer {
        DRIVES(Api.DRIVES, "/api/drives", "drive"),
        VMS(Api.VMS, "/api/vms/libvirt/active", "vm"),
        TEAMS(Api.TEAMS, "/api/teams", "team"),
        USERS(Api.USERS, "/api/users", "user");

        private final Api api;
        private final String path;
        private final String token;

        Answer(Api api, String path, String token) {
            this.api = api;
            this.path = path;
            this.token = token;
        }
    }

    private static final JsonFactory JSON = new JsonFactory();

    @Param
    public Answer answer = Answer.DRIVES;

    @Param("10")
    public double scale;

    /** Whether the same answer was read before, as it is all the time but once; nearly all of it is then kept as it is. */
    @Param("true")
    public boolean again;

    private byte[] body = {};
    private Reading<?> before = Reading.nothing(Api.DRIVES);

    @Setup
    public void record() throws IOException, InterruptedException {
        try (StandingSite site = StandingSite.ofScale(scale)) {
            body = site.answer(answer.path, answer.token);
        }
        before = Reading.nothing(answer.api).after(body);
    }

    @Benchmark
    public Object exporter() throws IOException {
        return (again ? before : Reading.nothing(answer.api)).of(body);
    }

    @Benchmark
    public int peer() throws IOException {
        int tokens = 0;
        try (JsonParser json = JSON.createParser(body)) {
            while (json.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    /** Reads a route's answers, knowing what was read before. */
    private record Reading<T>(Route<T> route, Texts texts, List<T> before) {

        static Reading<?> nothing(Api api) {
            return new Reading<>(Route.of(api), new Texts(), List.of());
        }

        List<T> of(byte[] body) throws IOException {
            AnswerReader<T> reader = new AnswerReader<>(route.form(Set.of()), texts, before);
            reader.read(new ByteArrayInputStream(body));
            return reader.items();
        }

        Reading<T> after(byte[] body) throws IOException {
            return new Reading<>(route, texts, of(body));
        }
    }
}
