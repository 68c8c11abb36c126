const util = require('node:util');

function Old() {}
function Parent() {}
Parent.prototype.hello = () => 'hello';

exports.run = async () => {
  util.inherits(Old, Parent);
  const custom = Object.assign(() => {}, { [util.promisify.custom]: async () => 'custom' });
  const called = await new Promise((resolve) => util.callbackify(async (a) => a + 1)(1, (error, value) => resolve([error, value])));
  const falsy = await new Promise((resolve) => util.callbackify(() => Promise.reject(null))((error) => resolve(error.code)));
  const equal = [
    [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }],
    [{ a: 1 }, { a: '1' }],
    [new Map([[{ k: 1 }, 1]]), new Map([[{ k: 1 }, 1]])],
    [new Set([1, [2]]), new Set([[2], 1])],
    [new Date(1), new Date(2)],
    [[1, , 3], [1, undefined, 3]],
    [NaN, NaN],
    [0, -0],
    [Uint8Array.of(1, 2), Uint8Array.of(1, 3)],
    [new Error('a'), new Error('b')],
    [/a/g, /a/i],
  ].map(([left, right]) => util.isDeepStrictEqual(left, right));
  const cyclic = () => {
    const value = { list: [] };
    value.list.push(value);
    return value;
  };
  const values = [new Map(), new Set(), new Date(), /x/, Promise.resolve(), new ArrayBuffer(1), new DataView(new ArrayBuffer(1)), Buffer.from('a'), new Error('e'), Object('s'), async () => {}, (function () { return arguments; })()];
  return {
    promised: [await util.promisify((a, done) => done(null, a * 2))(21), await util.promisify(custom)()],
    rejected: await util.promisify((done) => done(new Error('no')))().catch((error) => error.message),
    refused: [() => util.promisify(1), () => util.inherits(Old, undefined)].map((work) => { try { work(); } catch (error) { return error.code; } }),
    called,
    falsy,
    inherited: [new Old().hello(), Old.super_ === Parent],
    equal,
    cyclic: util.isDeepStrictEqual(cyclic(), cyclic()),
    format: [util.format('%s is %d and %j', 'a', 2, { b: 1 }), util.format('a', 1), util.inspect({ a: [1, 'x'] })],
    types: values.map((value) => Object.keys(util.types).filter((name) => name.startsWith('is') && util.types[name](value)).sort()),
    plain: util.stripVTControlCharacters('\u001b[31mred\u001b[0m'),
  };
};
