package io.github.ticryptexporter;

/** Starts the exporter. */
public final class Main {
    private Main() {}

    /** Runs one command and exits. */
    public static void main(String[] args) {}
}
