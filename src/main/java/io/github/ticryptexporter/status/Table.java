package io.github.ticryptexporter.status;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table whose first column heads its rows.
 *
 * <p>On a phone its rows are stacked: then each cell shows its column's name, which the style takes from {@code data-label}.
 * Browsers forget what a table is when it is laid out as blocks, hence the roles.
 *
 * @param caption what the table shows, in one sentence
 */
record Table(Html caption, List<String> columns) {

    Table {
        columns = List.copyOf(columns);
    }

    /** With these rows, each a cell for every column. */
    Html of(List<List<Html>> rows) {
        return Html.of(
                """
                <table role="table">
                <caption>%s</caption>
                <thead role="rowgroup"><tr role="row">%s</tr></thead>
                <tbody role="rowgroup">
                %s</tbody>
                </table>
                """,
                caption,
                Html.joined(columns.stream()
                        .map(column -> Html.of("<th role=\"columnheader\" scope=\"col\">%s</th>", column))
                        .toList()),
                Html.joined(rows.stream().map(this::row).toList()));
    }

    private Html row(List<Html> cells) {
        List<Html> row = new ArrayList<>();
        row.add(Html.of("<th role=\"rowheader\" scope=\"row\">%s</th>", cells.get(0)));
        IntStream.range(1, columns.size())
                .mapToObj(i -> Html.of("<td role=\"cell\" data-label=\"%s\">%s</td>", columns.get(i), cells.get(i)))
                .forEach(row::add);
        return Html.of("<tr role=\"row\">%s</tr>\n", Html.joined(row));
    }
}
