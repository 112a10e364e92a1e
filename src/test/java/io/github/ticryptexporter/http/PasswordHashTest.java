package io.github.ticryptexporter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes that another program made, {@code crypt} of the C library. */
final class PasswordHashTest {
    private static final PasswordHash OF_72 =
            new PasswordHash("$2y$04$abcdefghijklmnopqrstuubzadhGtS2zEF.gu0yd0opP6cVzb.e0i");
    private static final PasswordHash OF_71 =
            new PasswordHash("$2y$04$abcdefghijklmnopqrstuu.gc7UY/21CSNJGJg21jJzx9QiOpJ9bO");

    @Test
    void bytesBeyondThe72ndDoNotCount() {
        assertTrue(OF_72.matches(password(72)));
        assertTrue(OF_72.matches(password(80)));
        assertFalse(OF_72.matches(password(71)));
        assertTrue(OF_71.matches(password(71)));
        assertFalse(OF_71.matches(password(72)));
    }

    @Test
    void anEmptyPasswordIsOneLikeAnyOther() {
        assertFalse(OF_72.matches(new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "invented-password",
                "$2x$10$abcdefghijklmnopqrstuubzadhGtS2zEF.gu0yd0opP6cVzb.e0i",
                "$2y$03$abcdefghijklmnopqrstuubzadhGtS2zEF.gu0yd0opP6cVzb.e0i",
                "$2y$32$abcdefghijklmnopqrstuubzadhGtS2zEF.gu0yd0opP6cVzb.e0i",
                "$2y$10$abcdefghijklmnopqrstuubzadhGtS2zEF.gu0yd0opP6cVzb.e0",
                "$2y$10$abcdefghijklmnopqrstuubzadhGtS2zEF.gu0yd0opP6cVzb.e0i ",
                "$6$invented$invented",
            })
    void whatIsNoHashIsTold(String text) {
        assertFalse(PasswordHash.isWellFormed(text));
    }

    @Test
    void itsTextShowsNothing() {
        assertEquals("***", OF_72.toString());
        assertEquals(4, OF_72.cost());
    }

    private static byte[] password(int length) {
        return "x".repeat(length).getBytes(StandardCharsets.US_ASCII);
    }
}
