/** What {@code api.cache} keeps between executions. */
@NullMarked
package dev.postern.cache;

import org.jspecify.annotations.NullMarked;
