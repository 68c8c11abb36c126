/** Which Actions run at a trigger of a tenant, in which order. */
@NullMarked
package dev.postern.deployment;

import org.jspecify.annotations.NullMarked;
