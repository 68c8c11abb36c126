// attack: 25 runs out of stack while the engine gets ready for json
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => JSON.stringify(JSON.parse('[1.5e3,"\\u0041",{"a":null}]', (key, value) => value), null, 2);
