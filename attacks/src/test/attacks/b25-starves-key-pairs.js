// attack: 25 runs out of stack while the engine gets ready for key pairs
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => require('crypto').generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'pem' }).length;
