package io.github.ticryptexporter.simulator;

import io.javalin.http.Context;

/** The simulator's own route, outside of the API: which scenario is on, and another one please. */
final class ControlRoutes {
    static final String SCENARIO = "/__simulator/scenario";

    private final SimulatedSite site;

    ControlRoutes(SimulatedSite site) {
        this.site = site;
    }

    void show(Context context) {
        context.result(site.scenario().label() + "\n");
    }

    void change(Context context) {
        Scenario.labelled(context.body().strip())
                .ifPresentOrElse(
                        scenario -> {
                            site.scenario(scenario);
                            show(context);
                        },
                        () -> context.status(400)
                                .result("expected one of " + String.join(", ", Scenario.labels()) + "\n"));
    }
}
