// attack: 25 runs out of stack while the engine gets ready for digests
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => require('crypto').createHash('sha256').update('a').digest('hex') + require('crypto').createHmac('sha512', 'k').update('a').digest('base64');
