/** Actions: named code, and the secrets it runs with. */
@NullMarked
package dev.postern.action;

import org.jspecify.annotations.NullMarked;
