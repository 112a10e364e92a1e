package io.github.ticryptexporter.status;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** How the page looks, by light and by dark, on a desk and on a phone; colours keep a contrast of 4.5 to 1 or more. */
final class StyleSheet {

    static final String CSS = """

            :root {
              color-scheme: light dark;
              --paper: #ffffff; --ink: #1c1f23; --quiet: #545b64; --line: #c9ced6; --band: #f2f4f7;
              --good: #14612f; --warn: #7a4a00; --bad: #a3132b; --link: #0b4fa8;
            }
            @media (prefers-color-scheme: dark) {
              :root {
                --paper: #14171b; --ink: #e7eaee; --quiet: #a6aeb8; --line: #3d444d; --band: #1e2329;
                --good: #7bd694; --warn: #f0bc5a; --bad: #ff9b96; --link: #8fbcff;
              }
            }
            * { box-sizing: border-box; }
            body {
              background: var(--paper); color: var(--ink);
              font: 1rem/1.5 system-ui, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: break-word;
              margin: 0 auto; max-width: 76rem; padding: 1rem;
            }
            h1 { font-size: 1.25rem; margin: 0; }
            h2 { font-size: 1.1rem; margin: 2rem 0 .25rem; }
            header { align-items: baseline; display: flex; flex-wrap: wrap; gap: .25rem 2rem; justify-content: space-between; }
            nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: 0; padding: 0; }
            a { color: var(--link); display: inline-block; padding: .1rem 0; }
            a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
            bdi, code { overflow-wrap: anywhere; }
            .verdict { background: var(--band); border-left: .4rem solid; font-size: 1.2rem; margin: 1rem 0; padding: .6rem 1rem; }
            .good { color: var(--good); }
            .warn { color: var(--warn); }
            .bad { color: var(--bad); }
            .verdict.good, .verdict.warn, .verdict.bad { font-weight: 600; }
            .quiet, small, caption, footer { color: var(--quiet); }
            small { font-size: .875rem; font-weight: normal; }
            table { border-collapse: collapse; width: 100%; }
            caption { padding: 0 0 .5rem; text-align: left; }
            th, td { border-bottom: 1px solid var(--line); padding: .4rem .6rem; text-align: left; vertical-align: top; }
            thead th { background: var(--band); }
            .figures, td strong { white-space: nowrap; }
            meter { height: 1.1rem; vertical-align: -.2em; width: 5rem; }
            dl { display: grid; gap: .25rem 1.5rem; grid-template-columns: max-content 1fr; margin: .5rem 0; }
            dt { color: var(--quiet); }
            dd { margin: 0; }
            footer { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: .5rem; }
            @media (max-width: 48rem) {
              table, tbody, tr, th, td, caption { display: block; }
              thead { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; white-space: nowrap; width: 1px; }
              tr { border-top: 2px solid var(--line); padding: .4rem 0; }
              th, td { border: 0; padding: .1rem 0; }
              td::before { color: var(--quiet); content: attr(data-label) ": "; }
              dl { display: block; }
              dd { margin: 0 0 .5rem; }
            }
            """;

    /** By which a content security policy lets in this style and no other. */
    static final String SOURCE = "'sha256-" + sha256(CSS) + "'";

    private StyleSheet() {}

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
