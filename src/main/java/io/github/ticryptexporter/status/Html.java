package io.github.ticryptexporter.status;

/** Text made fit to stand in HTML, between tags or inside a quoted attribute. */
final class Html {
    private Html() {}

    static String text(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
