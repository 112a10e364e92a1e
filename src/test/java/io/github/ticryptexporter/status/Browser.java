package io.github.ticryptexporter.status;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ticryptexporter.testing.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real browser that shows pages under the policy they are served with, and axe, which judges them there. The browser
 * knows no host, and all that it reads is in one folder.
 */
final class Browser {
    private static final String JUDGING = """
            <!DOCTYPE html>
            <title>Pages being judged</title>
            <pre id="verdicts"></pre>
            <script id="pages" type="application/json">%s</script>
            <script src="judge.js"></script>
            """;

    private static final Pattern VERDICTS = Pattern.compile("<pre id=\"verdicts\">(.+?)</pre>");

    /** The judge may come in too; the rest is as {@code http} sends it, but for what only headers can say. */
    private static final String HEAD = """
            <head>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src %s; script-src 'nonce-42'">
            <script data-judge nonce="42" src="axe.min.js"></script>
            """.formatted(StatusPage.STYLE_SOURCE);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    Browser(Path folder) {
        this.folder = folder;
    }

    /** A page, and in which colours and how wide somebody looks at it. */
    record View(String name, String scheme, int width, String html) {}

    /** What came of one view; colours are those of text and paper. */
    record Verdict(
            String name, int rulesPassed, List<String> violations, String colours, int pixelsTooWide, int headings) {}

    /** Shows and judges one after the other; the end of this test where there is no browser. */
    List<Verdict> judge(List<View> views) throws IOException {
        Path chromium = Tool.require("chromium");
        copy("/axe.min.js");
        copy("/browser/judge.js");
        String pages =
                JSON.writeValueAsString(views.stream().map(Browser::judgeable).toList());
        Path start = Files.writeString(folder.resolve("start.html"), JUDGING.formatted(pages.replace("<", "\\u003c")));
        return verdicts(Tool.of(
                        chromium,
                        "--headless",
                        "--no-sandbox",
                        "--no-first-run",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--window-size=1280,800",
                        "--virtual-time-budget=60000",
                        "--dump-dom",
                        start.toUri().toString())
                .judge(""));
    }

    private static View judgeable(View view) {
        return new View(view.name(), view.scheme(), view.width(), view.html().replace("<head>\n", HEAD));
    }

    private void copy(String resource) throws IOException {
        Path file = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
        try (InputStream in = Browser.class.getResourceAsStream(resource)) {
            Files.copy(Objects.requireNonNull(in, resource), file);
        }
    }

    private static List<Verdict> verdicts(Tool.Verdict ended) throws IOException {
        Matcher verdicts = VERDICTS.matcher(ended.output());
        if (!verdicts.find()) {
            throw new AssertionError("the browser came to no end: " + ended);
        }
        String json =
                verdicts.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        return JSON.readValue(json, new TypeReference<>() {});
    }
}
