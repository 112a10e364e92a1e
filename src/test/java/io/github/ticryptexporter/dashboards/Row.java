package io.github.ticryptexporter.dashboards;

import java.util.List;

/**
 * Panels under one heading, in reading order.
 *
 * @param open whether they are shown at first; what is not is not asked for either
 */
record Row(String title, boolean open, List<Panel> panels) {

    static Row open(String title, Panel... panels) {
        return new Row(title, true, List.of(panels));
    }

    static Row closed(String title, Panel... panels) {
        return new Row(title, false, List.of(panels));
    }
}
