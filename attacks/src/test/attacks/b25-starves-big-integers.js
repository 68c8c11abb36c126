// attack: 25 runs out of stack while the engine gets ready for big integers
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => (123456789012345678901234567890n ** 3n).toString(7) + BigInt.asUintN(64, -1n);
