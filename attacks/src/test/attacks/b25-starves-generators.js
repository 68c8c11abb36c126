// attack: 25 runs out of stack while the engine gets ready for generators
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => [...(function* () { yield* [1, 2]; })()].length + [1, 2].values().map((n) => n).toArray().length;
