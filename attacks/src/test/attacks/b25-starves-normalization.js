// attack: 25 runs out of stack while the engine gets ready for normalization
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => 'e\u0301'.normalize('NFC').length + 'ﬁ'.normalize('NFKD').length;
