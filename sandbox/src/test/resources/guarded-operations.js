// Calls each guarded function with each pair of values, and tells what came of it and what was converted, in which order.
(() => {
  const order = [];
  const noted = (name, value) => ({
    toString: () => (order.push(`${name} as text`), `${value}`),
    valueOf: () => (order.push(`${name} as number`), value),
  });
  const thrower = { toString: () => { throw new EvalError('text'); }, valueOf: () => { throw new EvalError('number'); } };
  const values = {
    missing: undefined, nothing: null, yes: true, minusOne: -1, minusZero: -0, zero: 0, half: 0.5, one: 1, almostThree: 2.9, four: 4,
    notANumber: NaN, endless: Infinity, minusEndless: -Infinity, minusMuch: -(2 ** 53), digit: '2', padded: ' 3 ', hexadecimal: '0x2',
    word: 'ab', empty: '', pair: '\u{1F600}', big: 1n, symbol: Symbol('s'), list: [2], lists: [1, 2], bag: {}, lengthy: { length: 3 },
    lying: { length: '2', 0: 7 }, date: new Date(3), noted: noted('value', 2), negative: noted('value', -1), thrower, arrow: (a, b) => a + b,
    boxed: new String('abc'), number: Object(3), unwilling: { [Symbol.toPrimitive]: () => ({}) }, turnsBig: { valueOf: () => 1n },
    able: Object.assign(() => 1, { maxByteLength: 6 }),
  };

  const shown = (value) => {
    if (typeof value === 'symbol' || typeof value === 'bigint' || typeof value === 'function') return typeof value;
    if (value instanceof ArrayBuffer) return `buffer ${value.byteLength} ${value.maxByteLength} ${value.resizable}`;
    if (ArrayBuffer.isView(value)) return `${value.constructor.name} ${value.length} ${Array.prototype.map.call(value, String)}`;
    if (typeof value === 'object' && value !== null) return `${Array.isArray(value)} ${value.length} ${Object.keys(value)}`;
    return JSON.stringify(value) ?? typeof value;
  };
  const results = [];
  const tell = (what, operation) => {
    order.length = 0;
    let result;
    try {
      result = shown(operation());
    } catch (error) {
      result = error.name;
    }
    results.push(`${what}: ${result} ${order}`);
  };

  const typedArrays = [
    Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float16Array, Float32Array,
    Float64Array, BigInt64Array, BigUint64Array,
  ];
  class OwnBuffer extends ArrayBuffer {}
  class OwnBytes extends Uint8Array {}
  const resizable = () => new ArrayBuffer(4, { maxByteLength: 8 });
  for (const [name, value] of Object.entries(values)) {
    for (const [other, argument] of Object.entries(values)) {
      const read = { get maxByteLength() { return order.push('maximum'), argument; } };
      tell(`repeat ${name} ${other}`, () => String.prototype.repeat.call(value, argument));
      tell(`padStart to ${name} with ${other}`, () => String.prototype.padStart.call('a', value, argument));
      tell(`padEnd ${name} to ${other}`, () => String.prototype.padEnd.call(value, argument, noted('fill', 'xy')));
      tell(`fill from ${name} to ${other}`, () => [1, 2, 3].fill(noted('filling', 0), value, argument));
      tell(`bytes of a buffer from ${name}, ${other} long`, () => new Uint8Array(new ArrayBuffer(8), value, argument));
      tell(`bytes of ${name} and ${other}`, () => new Uint8Array(value, argument));
      tell(`buffer of ${name}, at most ${other}`, () => new ArrayBuffer(value, { maxByteLength: argument }));
      tell(`buffer of ${name}, at most a read ${other}`, () => new ArrayBuffer(value, read));
    }
    tell(`fill with ${name}`, () => [1, , 3].fill(value));
    tell(`fill bytes with ${name}`, () => new Uint8Array(3).fill(value));
    tell(`fill ${name}`, () => Array.prototype.fill.call(value, 1));
    tell(`buffer of ${name}`, () => new ArrayBuffer(value));
    tell(`buffer with ${name}`, () => new ArrayBuffer(2, value));
    tell(`buffer called with ${name}`, () => ArrayBuffer(value));
    tell(`buffer made as ${name}`, () => Reflect.construct(ArrayBuffer, [2], value));
    tell(`own buffer of ${name}`, () => new OwnBuffer(value) instanceof OwnBuffer);
    tell(`transfer to ${name}`, () => resizable().transfer(value));
    tell(`transfer ${name}`, () => ArrayBuffer.prototype.transfer.call(value, noted('length', 1)));
    tell(`transfer to a fixed ${name}`, () => resizable().transferToFixedLength(value));
    tell(`own bytes of ${name}`, () => new OwnBytes(value) instanceof OwnBytes);
    for (const Typed of typedArrays) {
      tell(`${Typed.name} of ${name}`, () => new Typed(value));
      tell(`${Typed.name} called with ${name}`, () => Typed(value));
      tell(`${Typed.name} made as ${name}`, () => Reflect.construct(Typed, [2], value));
      tell(`${Typed.name} from ${name}`, () => Typed.from(value));
      tell(`${Typed.name} of the element ${name}`, () => Typed.of(value));
    }
  }
  return results;
})()
