package io.github.ticryptexporter.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is answered when a route is not there or fails: the status in words, nothing of the request or the reason. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** Answers, or fails before the first byte. */
    @FunctionalInterface
    interface Answer {
        void run() throws Exception;
    }

    static void register(JavalinConfig config) {
        config.routes.exception(HttpResponseException.class, Failures::refused);
        config.routes.exception(Exception.class, (failure, ctx) -> failed(ctx.res(), failure));
        config.router.javaLangErrorHandler(Failures::failed);
    }

    /** The same for what is answered without the router. */
    @SuppressWarnings("IllegalCatch")
    static void guard(Exchange exchange, Answer answer) {
        try {
            answer.run();
        } catch (Exception | Error e) {
            failed(exchange, e);
        }
    }

    static String inWords(int status) {
        return status + " " + HttpStatus.getMessage(status);
    }

    private static void failed(Exchange exchange, Throwable failure) {
        if (exchange.response().isCommitted()) {
            exchange.callback().failed(failure);
        } else {
            exchange.response().reset();
            exchange.rules().putHeaders(exchange.response().getHeaders());
            Reply.inWords(status(failure)).send(exchange);
        }
    }

    private static int status(Throwable failure) {
        if (failure instanceof HttpException refusal) {
            return refusal.getCode();
        }
        log(failure);
        return HttpStatus.INTERNAL_SERVER_ERROR_500;
    }

    private static void refused(HttpResponseException refusal, Context ctx) {
        if (refusal instanceof MethodNotAllowedResponse) {
            ctx.header("Allow", String.join(", ", refusal.getDetails().values()));
        }
        send(ctx.res(), refusal.getStatus());
    }

    private static void failed(HttpServletResponse response, Throwable failure) {
        log(failure);
        if (!response.isCommitted()) {
            response.resetBuffer();
            send(response, HttpStatus.INTERNAL_SERVER_ERROR_500);
        }
    }

    /** To HEAD too: the body of an answer to HEAD goes no further than the connection. */
    private static void send(HttpServletResponse response, int status) {
        try {
            Reply.inWords(status).send(response, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of a failure may be a stranger's, and whoever leaves early is no failure: both are for debugging alone. */
    private static void log(Throwable failure) {
        if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            LOG.debug("a client left before it had its answer", failure);
        } else {
            LOG.error("a request failed: {}", failure.getClass().getName());
            LOG.debug("where it failed", failure);
        }
    }
}
