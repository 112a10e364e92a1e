package io.github.ticryptexporter.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginEmailTest {

    private static final Optional<LoginEmail> EMAIL = LoginEmail.of("given-0042@example.edu");

    @ParameterizedTest
    @ValueSource(strings = {"given-0042@example.edu", "Given-0042@Example.EDU", "GIVEN-0042@EXAMPLE.EDU"})
    void capitalsMakeNoDifference(String written) {
        assertEquals(EMAIL, LoginEmail.of(written));
    }

    @Test
    void anotherAddressIsAnother() {
        assertNotEquals(EMAIL, LoginEmail.of("given-0043@example.edu"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void whatIsBlankIsNoAddress(String written) {
        assertEquals(Optional.empty(), LoginEmail.of(written));
    }

    @Test
    void ofSeveralTheBlankOnesAreLeftOut() {
        assertEquals(Set.of(EMAIL.orElseThrow()), LoginEmail.allOf(List.of("", "given-0042@example.edu", " ")));
    }

    /** A dotless i would else come out of a capital one where the machine speaks Turkish. */
    @Test
    void theLanguageOfTheMachineMakesNoDifference() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertEquals(EMAIL, LoginEmail.of("GIVEN-0042@EXAMPLE.EDU"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void nothingOfItCanBeRead() {
        LoginEmail email = EMAIL.orElseThrow();
        assertEquals("***", email.toString());
        assertFalse(email.digest().contains("given"));
        assertEquals(64, email.digest().length());
    }
}
