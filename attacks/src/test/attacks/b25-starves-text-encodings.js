// attack: 25 runs out of stack while the engine gets ready for text encodings
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => new TextDecoder('utf-16le').decode(new TextEncoder().encode('ab')).length + Buffer.from('aé', 'latin1').toString('base64url') + atob('YQ==');
