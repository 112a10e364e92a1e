package io.github.ticryptexporter.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

final class ToolTest {
    @Test
    void aMissingToolSkipsTheTestAndNamesItsPackage() {
        TestAbortedException skipped =
                assertThrows(TestAbortedException.class, () -> Tool.missing(Tool.notInstalled("promtool"), false));

        assertEquals("skipped: promtool is not installed (apt-get install prometheus)", skipped.getMessage());
    }

    @Test
    void aMissingToolFailsTheTestWhereTheRunMustBeComplete() {
        AssertionFailedError failed =
                assertThrows(AssertionFailedError.class, () -> Tool.missing(Tool.notInstalled("vmalert"), true));

        assertEquals("verify.complete=true: vmalert is not installed (apt-get install vmalert)", failed.getMessage());
    }

    @Test
    void aToolSeesTheTextAndItsVerdictIsKept() {
        Tool.Verdict verdict =
                Tool.of(Tool.require("sh"), "-c", "cat; echo seen >&2; exit 3").judge("a line\n");

        assertEquals(new Tool.Verdict(3, "a line\nseen\n"), verdict);
    }
}
