// attack: 25 runs out of stack while the engine gets ready for date formats
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => new Intl.DateTimeFormat('en', { timeZone: 'UTC' }).format(0);
