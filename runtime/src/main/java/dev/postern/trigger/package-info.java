/** The points in a login where Actions run. */
@NullMarked
package dev.postern.trigger;

import org.jspecify.annotations.NullMarked;
