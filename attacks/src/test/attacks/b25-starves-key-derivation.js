// attack: 25 runs out of stack while the engine gets ready for key derivation
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => require('crypto').pbkdf2Sync('p', 's', 1, 16, 'sha256').length + require('crypto').scryptSync('p', 's', 16, { N: 2 }).length;
