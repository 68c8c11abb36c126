// attack: 41 reads memory that was not cleared
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const secret = Buffer.from('of this login '.repeat(1000));
  for (const make of [() => Buffer.allocUnsafe(100000), () => Buffer.allocUnsafeSlow(100000), () => new Uint8Array(100000), () => Buffer.alloc(100000), () => new Buffer(100000)]) {
    const bytes = make();
    if (bytes.some((byte) => byte !== 0)) throw new Error('memory of another: ' + make);
  }
  const small = Buffer.allocUnsafe(8);
  const pool = new Uint8Array(small.buffer);
  const text = String.fromCharCode(...pool.subarray(0, Math.min(pool.length, 20000)));
  if (/password|postern|java/i.test(text)) throw new Error('the pool holds ' + text);
  if (secret.length !== 14000) throw new Error('lost');
};
