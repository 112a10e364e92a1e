package io.github.ticryptexporter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * Switches of Java that would undo what the exporter promises: that certificates are verified and that no secret is
 * printed. With one of them nothing is started, since Java obeys them without a word.
 */
final class JvmSwitches {

    private JvmSwitches() {}

    /** What stands in the way of a start, each with its mend; empty when nothing does. */
    static List<String> problems(Properties system) {
        List<String> problems = new ArrayList<>();
        if (system.containsKey("jdk.internal.httpclient.disableHostnameVerification")) {
            problems.add("-Djdk.internal.httpclient.disableHostnameVerification: any certificate of any server would be"
                    + " taken for the backend's; remove it");
        }
        String client = system.getProperty("jdk.httpclient.HttpClient.log", "").toLowerCase(Locale.ROOT);
        if (client.contains("headers") || client.contains("all")) {
            problems.add("-Djdk.httpclient.HttpClient.log: \"" + client
                    + "\" would print headers, and tokens with them; remove it, or write requests");
        }
        String tls = system.getProperty("javax.net.debug", "ssl:handshake");
        if (!tls.equals("ssl:handshake")) {
            problems.add("-Djavax.net.debug: what is sent, tokens included, could be printed; remove it, or write"
                    + " ssl:handshake");
        }
        return problems;
    }
}
