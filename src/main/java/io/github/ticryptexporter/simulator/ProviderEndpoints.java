package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.Fleet;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

/** Answers in the identity providers' stead: fault, clock, key, list, in this order. */
final class ProviderEndpoints {
    private static final int DEFAULT_PAGE_SIZE = 10;
    private static final int LARGEST_PAGE = 100;

    private final LiveWorld live;
    private final ProviderKeys keys;
    private final Faults faults;
    private final Sender sender;

    ProviderEndpoints(LiveWorld live, ProviderKeys keys, Faults faults, Sender sender) {
        this.live = live;
        this.keys = keys;
        this.faults = faults;
        this.sender = sender;
    }

    void handle(ProviderRoute route, Context context) throws IOException {
        Fault fault = faults.next(context.req().getRequestURI());
        sender.waitFor(fault.delay);
        Reply reply = fault.replacesAnswer() ? Sender.replacement(fault) : reply(route, context);
        sender.send(context, reply, fault);
    }

    private Reply reply(ProviderRoute route, Context context) {
        if (!keys.open(route, context.header(route.header))) {
            return Reply.error(401, "missing or invalid key");
        }
        try {
            return live.atNow(() -> list(route, context));
        } catch (ApiError e) {
            return Reply.error(e.status, e.text());
        }
    }

    private Reply list(ProviderRoute route, Context context) {
        Fleet fleet = live.world().fleet;
        return switch (route) {
            case MONOCLOUD -> page(List.copyOf(fleet.monoCloudUsers.values()), context);
            case ALLTHENTICATE -> Reply.list(fleet.allthenticateUsers.values(), live.lock());
        };
    }

    private Reply page(List<?> all, Context context) {
        int page = number(context, "page", 1);
        int size = Math.min(number(context, "size", DEFAULT_PAGE_SIZE), LARGEST_PAGE);
        int from = (int) Math.min((page - 1L) * size, all.size());
        int to = Math.min(from + size, all.size());
        context.header("X-Pagination", pagination(page, size, all.size(), to < all.size()));
        return Reply.list(all.subList(from, to), live.lock());
    }

    private static int number(Context context, String name, int otherwise) {
        String text = context.queryParam(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw ApiError.badRequest(name + " must be a number above 0");
        }
        return Integer.parseInt(text);
    }

    private static String pagination(int page, int size, int total, boolean hasNext) {
        return """
                {"page_size":%d,"current_page":%d,"total_count":%d,"has_previous":%b,"has_next":%b}""".formatted(size, page, total, page > 1, hasNext);
    }
}
