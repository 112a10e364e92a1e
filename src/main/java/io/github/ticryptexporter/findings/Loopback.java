package io.github.ticryptexporter.findings;

import java.util.Locale;
import java.util.regex.Pattern;

/** Addresses that mean the machine itself, told from their text alone. */
final class Loopback {

    private static final Pattern NUMERIC = Pattern.compile("127(\\.\\d{1,3}){3}|\\[?(0{0,4}:){1,7}0{0,3}1\\]?");

    private Loopback() {}

    static boolean is(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || NUMERIC.matcher(name).matches();
    }
}
