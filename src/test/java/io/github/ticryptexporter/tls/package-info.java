/** Certificates and keys in every form that administrators have them in. */
@NullMarked
package io.github.ticryptexporter.tls;

import org.jspecify.annotations.NullMarked;
