// attack: 25 runs out of stack while the engine gets ready for modules
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => require('querystring').stringify({ a: 1 }) + require('path').join('a', 'b') + require('events').name + require('assert').ok.name + require('stream').name;
