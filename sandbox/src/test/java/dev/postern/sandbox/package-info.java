@NullMarked
package dev.postern.sandbox;

import org.jspecify.annotations.NullMarked;
