// attack: 25 runs out of stack while the engine gets ready for plural rules
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => new Intl.PluralRules('en').select(1);
