// attack: 25 runs out of stack while the engine gets ready for inspection
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => require('util').inspect(new Map([[{ a: 1n }, new Set([Symbol('s')])]])) + require('util').format('%o', []);
