package io.github.ticryptexporter.http;

import java.time.Duration;
import java.util.Set;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/**
 * Tells of every finished request, those included that Jetty turned away; never of who asked.
 *
 * <p>Methods and paths come from strangers: what is not known becomes {@code other}, so that nobody can make series.
 */
final class RequestObserver implements RequestLog {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
    private static final String OTHER = "other";

    private final InForce inForce;
    private final Limits limits;

    RequestObserver(InForce inForce, Limits limits) {
        this.inForce = inForce;
        this.limits = limits;
    }

    @Override
    public void log(Request request, Response response) {
        if (response.getStatus() == HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431) {
            limits.met(Limit.HEADER_SIZE);
        }
        limits.observer()
                .answered(new FinishedRequest(
                        known(METHODS, request.getMethod()),
                        known(inForce.rules().routes(), Request.getPathInContext(request)),
                        response.getStatus(),
                        Duration.ofNanos(NanoTime.since(request.getHeadersNanoTime()))));
    }

    private static String known(Set<String> values, String value) {
        return values.contains(value) ? value : OTHER;
    }
}
