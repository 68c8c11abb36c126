// Random values: their shape and range, for they are new each time.
const crypto = require('crypto');
const { promisify } = require('util');

const attempt = (work) => {
  try {
    return work();
  } catch (error) {
    return `${error.name} ${error.code}: ${error.message}`;
  }
};
const later = (work) => new Promise((resolve, reject) => work((error, value) => (error ? reject(error) : resolve(value))));

exports.run = async () => ({
  bytes: [crypto.randomBytes(0).length, crypto.randomBytes(33).length, (await later((done) => crypto.randomBytes(5, done))).length],
  promisified: (await promisify(crypto.randomBytes)(7)).length,
  areNew: crypto.randomBytes(16).equals(crypto.randomBytes(16)),
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(crypto.randomUUID()),
  globalUuid: globalThis.crypto.randomUUID().length,
  numbers: Array.from({ length: 200 }, () => crypto.randomInt(3)).every((n) => n >= 0 && n < 3 && Number.isInteger(n)),
  allValues: new Set(Array.from({ length: 300 }, () => crypto.randomInt(-2, 2))).size,
  bigNumber: crypto.randomInt(2 ** 47, 2 ** 47 + 5) - 2 ** 47 < 5,
  laterNumber: (await later((done) => crypto.randomInt(1, 2, done))),
  filled: (() => {
    const buffer = Buffer.alloc(40);
    const result = crypto.randomFillSync(buffer, 10, 20);
    return [result === buffer, buffer.subarray(0, 10).every((b) => b === 0), buffer.subarray(30).every((b) => b === 0), buffer.subarray(10, 30).some((b) => b !== 0)];
  })(),
  filledArray: (() => {
    const array = new Uint32Array(8);
    crypto.randomFillSync(array, 2, 4);
    return [array[0], array[1], array[6], array[7], array.subarray(2, 6).some((n) => n > 255)];
  })(),
  filledLater: (await later((done) => crypto.randomFill(Buffer.alloc(9), done))).length,
  values: (() => {
    const array = new Uint8Array(1000);
    return [globalThis.crypto.getRandomValues(array) === array, new Set(array).size > 100, crypto.getRandomValues(new BigInt64Array(2)).length];
  })(),
  errors: [
    () => crypto.randomBytes(-1),
    () => crypto.randomBytes('a'),
    () => crypto.randomBytes(NaN),
    () => crypto.randomBytes(2 ** 31),
    () => crypto.randomBytes(1, 5),
    () => crypto.randomInt(5, 2),
    () => crypto.randomInt('a'),
    () => crypto.randomInt(0, 2 ** 49),
    () => crypto.randomInt(0.5, 2),
    () => crypto.randomFillSync('a'),
    () => crypto.randomFillSync(Buffer.alloc(3), 5),
    () => crypto.randomFillSync(Buffer.alloc(3), 1, 5),
    () => crypto.randomUUID(5),
    () => crypto.getRandomValues(new Uint8Array(65536)).length,
  ].map(attempt),
  webErrors: [() => crypto.getRandomValues(new Uint8Array(65537)), () => crypto.getRandomValues(new Float32Array(1))].map((work) => {
    try {
      return work();
    } catch (error) {
      return error.name;
    }
  }),
});
