// attack: 25 runs out of stack while the engine gets ready for dates
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => Date.parse('Tue, 03 Mar 2026 10:00:00 GMT') + new Date(2026, 1, 1).toLocaleString('en');
