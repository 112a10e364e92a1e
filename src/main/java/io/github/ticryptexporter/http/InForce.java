package io.github.ticryptexporter.http;

/** The rules that are obeyed now; whoever asks for them twice may be told different ones. */
final class InForce {
    private volatile Rules rules;

    InForce(Rules rules) {
        this.rules = rules;
    }

    Rules rules() {
        return rules;
    }

    void set(Rules others) {
        rules = others;
    }
}
