// attack: 25 runs out of stack while the engine gets ready for number formats
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => new Intl.NumberFormat('de').format(1234.5);
