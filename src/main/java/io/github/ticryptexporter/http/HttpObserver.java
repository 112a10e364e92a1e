package io.github.ticryptexporter.http;

/** Is told what the server does; by several threads at once. */
public interface HttpObserver {

    /** After an answer was written. */
    void answered(FinishedRequest request);

    /** Each time that a client was made to wait, turned away or cut off. */
    void met(Limit limit);
}
