// attack: 25 runs out of stack while the engine gets ready for regular expressions
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => /(?<=a)b(?!c)/.test('ab') && 'x1'.replace(/(?<d>\d)/u, '$<d>');
