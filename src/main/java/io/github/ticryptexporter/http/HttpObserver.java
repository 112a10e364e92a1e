package io.github.ticryptexporter.http;

/** Is told what the server does; by several threads at once. */
public interface HttpObserver {

    /** After an answer was written. */
    void answered(FinishedRequest request);

    /** Each time that a client was made to wait, turned away or cut off. */
    void met(Limit limit);

    /** Each time that somebody was not served for who he is, or is not. */
    void refused(Refusal refusal);
}
