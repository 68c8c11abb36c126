/** What an Action finds besides the language: Node's core modules and the Web APIs. */
@NullMarked
package dev.postern.node;

import org.jspecify.annotations.NullMarked;
