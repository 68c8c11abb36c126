// attack: 25 runs out of stack while the engine gets ready for ciphers
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => require('crypto').createCipheriv('aes-256-gcm', Buffer.alloc(32), Buffer.alloc(12)).update('a').length + require('crypto').randomUUID();
