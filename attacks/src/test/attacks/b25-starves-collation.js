// attack: 25 runs out of stack while the engine gets ready for collation
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => new Intl.Collator('sv').compare('ä', 'z') > 0;
