// attack: 25 runs out of stack while the engine gets ready for dynamic code
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => new Function('a', 'return a?.b ?? [...a].length')([1]) + eval('`${1}`') + new (async () => {}).constructor('return 1').length;
