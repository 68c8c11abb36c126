/** The event, the first argument of an Action. */
@NullMarked
package dev.postern.event;

import org.jspecify.annotations.NullMarked;
