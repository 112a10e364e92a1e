/**
 * Reads the lists of accounts of identity providers, the sibling of {@code api}: the same results, by the same rules of
 * reading, over the same code.
 *
 * <p>In: {@link io.github.ticryptexporter.identity.IdentitySettings}, none of which is there by default. Out: an {@code
 * ApiResult} of {@code fleet.IdentityUser}, in which no e-mail address can be read any more. A provider's key may open more
 * than reading; the only request that can be made is a GET of the one route of its {@code Listing}. All pages of a list are
 * one attempt. Safe for one caller at a time.
 */
@NullMarked
package io.github.ticryptexporter.identity;

import org.jspecify.annotations.NullMarked;
