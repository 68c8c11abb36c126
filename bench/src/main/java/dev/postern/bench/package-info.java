/** How fast a login is: JMH benchmarks, and a plain runner that measures beside other ways to run the same code. */
@NullMarked
package dev.postern.bench;

import org.jspecify.annotations.NullMarked;
