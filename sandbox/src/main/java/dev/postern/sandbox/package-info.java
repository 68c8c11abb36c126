/**
 * Runs one JavaScript function under limits.
 *
 * <p>A {@link dev.postern.sandbox.Sandbox} takes an {@link dev.postern.sandbox.Invocation} and gives a {@link
 * dev.postern.sandbox.GuestOutcome}. Data crosses as JSON text in both directions; no Java object is reachable from the
 * guest, and every execution has a context of its own.
 */
@NullMarked
package dev.postern.sandbox;

import org.jspecify.annotations.NullMarked;
