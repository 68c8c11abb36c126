// attack: 25 runs out of stack while the engine gets ready for collections
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => Object.groupBy([1, 2], (n) => n % 2) && new Set([1]).union(new Set([2])).size && new WeakMap([[{}, 1]]);
