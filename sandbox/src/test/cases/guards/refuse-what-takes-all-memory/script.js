exports.onTest = async (event, api) => {
  const attempts = {
    repeat: () => 'a'.repeat(2 ** 29),
    repeatOfLong: () => 'abcdefgh'.repeat(2 ** 26),
    padStart: () => 'a'.padStart(2 ** 29),
    padEnd: () => 'a'.padEnd(2 ** 29, 'xyz'),
    fill: () => new Array(2 ** 32 - 1).fill(0),
    buffer: () => new ArrayBuffer(2 ** 30),
    resizable: () => new ArrayBuffer(8, { maxByteLength: 2 ** 30 }),
    transfer: () => new ArrayBuffer(8).transfer(2 ** 30),
    bytes: () => new Uint8Array(2 ** 31 - 10),
    floats: () => new Float64Array(2 ** 26),
    bigs: () => new BigInt64Array(2 ** 26),
    ofThePrototype: () => new Uint8Array.prototype.constructor(2 ** 30),
    ofASubclass: () => new (class extends Uint8Array {})(2 ** 30),
    reflected: () => Reflect.construct(Uint8Array, [2 ** 30], Array),
    taken: () => Function.prototype.call.call(String.prototype.repeat, 'a', 2 ** 29),
    converted: () => String.prototype.repeat.call({ toString: () => 'ab' }, { valueOf: () => 2 ** 28 }),
  };
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      api.emit(`${name} gave ${attempt().length}`);
    } catch (error) {
      api.emit(`${name}: ${error instanceof RangeError} ${error.name}: ${error.message}`);
    }
  }
};
