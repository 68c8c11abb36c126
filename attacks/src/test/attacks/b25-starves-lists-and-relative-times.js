// attack: 25 runs out of stack while the engine gets ready for lists and relative times
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => new Intl.ListFormat('en').format(['a', 'b']) + new Intl.RelativeTimeFormat('en').format(1, 'day');
