/** The server as clients see it: real sockets on port 0. */
@NullMarked
package io.github.ticryptexporter.http;

import org.jspecify.annotations.NullMarked;
