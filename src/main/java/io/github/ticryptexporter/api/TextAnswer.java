package io.github.ticryptexporter.api;

/**
 * What came back from a server that was asked for text.
 *
 * @param text the body of a 200; for any other status, what that means and what to check
 */
public record TextAnswer(int status, String text) {

    private static final int OK = 200;

    public boolean isOk() {
        return status == OK;
    }
}
