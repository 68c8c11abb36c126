// expect: returned
exports.onTest = async (event, api) => {
  for (const name of ['process', 'Buffer', 'window', 'self', 'Deno', 'Bun']) {
    if (eval('typeof ' + name) !== 'undefined') throw new Error(name);
  }
  if (new Uint8Array(100000).some((byte) => byte !== 0)) throw new Error('memory of another');
};
