package io.github.ticryptexporter.identity;

import io.github.ticryptexporter.api.AnswerForm;
import io.github.ticryptexporter.api.Attempt;
import io.github.ticryptexporter.fleet.IdentityProvider;
import io.github.ticryptexporter.fleet.IdentityUser;

/** How one provider lists its accounts. */
interface Listing {

    /** What a page tells of the pages behind it. */
    enum Next {
        /** There is another. */
        FOLLOWS,
        /** There is none. */
        NONE,
        /** Nothing: another one has to be asked for to know. */
        NOT_SAID,
        /** What it tells cannot be read. */
        UNREADABLE
    }

    static Listing of(IdentityProvider provider) {
        return switch (provider) {
            case MONOCLOUD -> new MonoCloudListing();
            case ALLTHENTICATE -> new AllthenticateListing();
        };
    }

    /** The route below the base URL. */
    String path();

    /** What follows the path for this page, counted from 1. */
    String query(int page);

    AnswerForm<IdentityUser> form();

    /** What the page that was read last tells. */
    Next next(Attempt<IdentityUser> attempt);
}
