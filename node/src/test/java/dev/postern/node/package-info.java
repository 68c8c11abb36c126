@NullMarked
package dev.postern.node;

import org.jspecify.annotations.NullMarked;
