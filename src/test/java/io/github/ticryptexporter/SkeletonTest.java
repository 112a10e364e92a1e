package io.github.ticryptexporter;

import org.junit.jupiter.api.Test;

class SkeletonTest {
    @Test
    void runs() {}
}
