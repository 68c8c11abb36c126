// attack: 25 runs out of stack while the engine gets ready for sorting and copying
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => [3, 1, 2].toSorted().flatMap((n) => [n, n]).at(-1) + [1].copyWithin(0) + structuredClone(new Map([[1, [new Date()]]])).size;
