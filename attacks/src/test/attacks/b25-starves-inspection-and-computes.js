// attack: 25 runs out of stack while the engine gets ready for inspection, and computes on with what it has left locked
// expect: completed
// first: true
// scenario: starves-what-it-uses
let uses = 0;
const use = () => {
  if (++uses === 40) for (;;) {}
  require('util').inspect(new Map([[{ a: 1n }, new Set([Symbol('s')])]]));
};
