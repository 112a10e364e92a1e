@NullMarked
package io.github.ticryptexporter;

import org.jspecify.annotations.NullMarked;
