// attack: 22 inflates a few bytes to very many
// expect: memory_limit
exports.onExecutePostLogin = async (event, api) => {
  const zlib = require('zlib');
  let bomb = Buffer.alloc(1 << 22);
  bomb = zlib.gzipSync(bomb);
  for (;;) zlib.gunzipSync(bomb, { maxOutputLength: 2 ** 31 - 1 });
};
