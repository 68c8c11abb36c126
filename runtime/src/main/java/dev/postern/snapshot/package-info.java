/** The state of a paused flow, and where it is kept. */
@NullMarked
package dev.postern.snapshot;

import org.jspecify.annotations.NullMarked;
