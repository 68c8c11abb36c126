/** The runtime: runs the flows of a tenant and resumes them. */
@NullMarked
package dev.postern;

import org.jspecify.annotations.NullMarked;
