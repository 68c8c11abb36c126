// semantics 8: an async handler waits for what Node's modules and the Web's globals promise
const { createHmac } = require('node:crypto');
const { crc32 } = require('zlib');

exports.onExecutePostLogin = async (event, api) => {
  const digest = await crypto.subtle.digest('SHA-256', Uint8Array.of(1, 2, 3));
  api.idToken.setCustomClaim('https://acme.example/signed', {
    hmac: createHmac('sha256', 'key').update(event.user.user_id).digest('hex'),
    digest: new Uint8Array(digest)[0],
    checksum: crc32('postern'),
  });
};
