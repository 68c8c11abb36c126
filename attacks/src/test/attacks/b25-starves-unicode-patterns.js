// attack: 25 runs out of stack while the engine gets ready for unicode patterns
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => /^\p{Lu}\p{Script=Greek}$/v.test('ΑΒ') && /[\p{L}--[a-z]]/vi.test('É');
