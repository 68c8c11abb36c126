/** What an adapter for an identity server must do, as tests that it runs. */
@NullMarked
package dev.postern.conformance;

import org.jspecify.annotations.NullMarked;
