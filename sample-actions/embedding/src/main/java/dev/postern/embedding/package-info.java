/** A small identity server that runs Actions: the example to copy. */
@NullMarked
package dev.postern.embedding;

import org.jspecify.annotations.NullMarked;
