package io.github.ticryptexporter.http;

/**
 * HTML that needs no script and nothing from elsewhere.
 *
 * @param styleSource the source expression by which a content security policy lets in the page's style and no other
 */
public record Page(String html, String styleSource) {}
