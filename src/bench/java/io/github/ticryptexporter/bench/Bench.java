package io.github.ticryptexporter.bench;

final class Bench {
    public static void main(String[] args) throws Exception {
        org.openjdk.jmh.Main.main(args);
    }
}
