// attack: 25 runs out of stack while the engine gets ready for weak references
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => new WeakRef({}).deref() && new FinalizationRegistry(() => {});
