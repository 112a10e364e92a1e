package io.github.ticryptexporter.http;

import java.util.List;
import javax.net.ssl.SSLParameters;

/** The groups for the exchange of keys, which a program can choose from Java 20 on. */
public final class NamedGroups {
    private static final int FIRST_JAVA = 20;

    private NamedGroups() {}

    /** Whether this platform lets a program choose them. */
    public static boolean canBeChosen() {
        return Runtime.version().feature() >= FIRST_JAVA;
    }

    /** By its name: the code is compiled for a platform that has no such method. */
    static void choose(SSLParameters parameters, List<String> groups) {
        try {
            SSLParameters.class.getMethod("setNamedGroups", String[].class).invoke(parameters, (Object)
                    groups.toArray(String[]::new));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("groups can be chosen from Java " + FIRST_JAVA + " on", e);
        }
    }
}
