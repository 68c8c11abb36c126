// attack: 25 runs out of stack while the engine gets ready for case and comparison
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => 'I'.toLocaleLowerCase('tr') + 'a'.localeCompare('b');
