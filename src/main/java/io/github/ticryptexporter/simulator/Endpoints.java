package io.github.ticryptexporter.simulator;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a request to one of the API's routes: fault, clock, token, route, in this order. */
final class Endpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Endpoints.class);

    private final LiveWorld live;
    private final Authentication authentication;
    private final Faults faults;
    private final Sender sender;
    private final ReadRoutes reads;
    private final HardwareRoutes hardware;
    private final GroupRoutes groups;

    Endpoints(LiveWorld live, Authentication authentication, Faults faults, Sender sender) {
        this.live = live;
        this.authentication = authentication;
        this.faults = faults;
        this.sender = sender;
        this.reads = new ReadRoutes(live.world(), live.lock());
        this.hardware = new HardwareRoutes(live.world());
        this.groups = new GroupRoutes(live.world());
    }

    void handle(Route route, Context context) throws IOException {
        Fault fault = faults.next(context.req().getRequestURI());
        sender.waitFor(fault.delay);
        Reply reply = fault.replacesAnswer() ? Sender.replacement(fault) : reply(route, context);
        sender.send(context, reply, fault);
    }

    private Reply reply(Route route, Context context) {
        try {
            authentication.check(route, context);
            return live.atNow(() -> call(route, context));
        } catch (ApiError e) {
            return Reply.error(e.status, e.text());
        } catch (HttpResponseException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("{} {} failed", route.verb, route.path, e);
            return Reply.error(500, "unexpected server error");
        }
    }

    private Reply call(Route route, Context context) {
        return switch (route) {
            case GET_DRIVES -> reads.drives();
            case GET_IMAGES -> reads.images(context);
            case CREATE_IMAGE -> hardware.createImage(context);
            case EDIT_BRICK -> hardware.editBrick(context);
            case GET_ACTIVE_VMS -> reads.activeVms(context);
            case GET_CONFIGS -> reads.configs(context);
            case GET_TEAMS -> reads.teams();
            case CREATE_TEAM -> groups.createTeam(context);
            case GET_QUOTAS -> reads.quotas(context);
            case EDIT_QUOTAS -> groups.editQuotas(context);
            case GET_PROJECTS -> reads.projects();
            case GET_PROJECT -> reads.project(context);
            case GET_USERS -> reads.users();
            case DISABLE_USERS -> groups.disableUsers(context);
        };
    }
}
