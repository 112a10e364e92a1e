package io.github.ticryptexporter.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A text is there once, and no longer than it is asked for. */
class TextsTest {

    private final Texts texts = new Texts();

    @Test
    void theSameCharactersAreTheSameText() {
        String first = of("..drive-0042..", 2, 10);

        assertEquals("drive-0042", first);
        assertSame(first, of("drive-0042", 0, 10));
        assertSame(first, texts.of(new String("drive-0042".toCharArray())));
        assertEquals(1, texts.size());
    }

    @Test
    void textsOfOneHashAreToldApart() {
        List<String> alike = List.of("AaAaAa", "BBAaAa", "AaBBAa", "AaAaBB", "BBBBBB");

        for (String text : alike) {
            assertEquals(text, of(text, 0, 6));
        }
        for (String text : alike) {
            assertEquals(text, texts.of(new String(text.toCharArray())));
        }
        assertEquals(5, texts.size());
    }

    @Test
    void textsOfAnyLengthAreFoundAgainAmongMany() {
        List<String> known = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            known.add(of("a".repeat(i % 9) + i, 0, i % 9 + String.valueOf(i).length()));
        }
        for (String text : known) {
            assertSame(text, of(text, 0, text.length()));
        }
        assertEquals(10_000, texts.size());
        assertEquals("", of("", 0, 0));
    }

    @Test
    void aTextThatWasNotAskedForSinceTheLastTimeIsForgotten() {
        String kept = of("kept", 0, 4);
        String lost = of("lost", 0, 4);
        texts.forgetUnseen();
        of("kept", 0, 4);
        texts.forgetUnseen();

        assertEquals(1, texts.size());
        assertSame(kept, of("kept", 0, 4));
        assertNotSame(lost, of("lost", 0, 4));
    }

    @Test
    void theTableGrowsAndShrinksWithWhatIsAskedFor() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 1_000; i++) {
                texts.of("text-" + round + "-" + i);
            }
            texts.forgetUnseen();
            assertEquals(1_000, texts.size());
        }
        texts.forgetUnseen();
        assertEquals(0, texts.size());
    }

    private String of(String characters, int offset, int length) {
        return texts.of(characters.toCharArray(), offset, length);
    }
}
