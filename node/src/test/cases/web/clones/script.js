const told = (work) => { try { return work(); } catch (error) { return [error.name, error.code, error.message]; } };

exports.run = async () => {
  const value = { a: [1, , 'x'], d: new Date(5), r: /x/gi, m: new Map([[{ k: 1 }, new Set([1n.toString()])]]), n: null, u: undefined, b: Object(false), e: new RangeError('r', { cause: 'c' }) };
  value.self = value;
  value.bytes = new Uint8Array([1, 2, 3]).subarray(1);
  class Point { constructor() { this.x = 1; } get y() { return 2; } }
  const copy = structuredClone(value);
  const buffer = new ArrayBuffer(4);
  const moved = structuredClone({ buffer }, { transfer: [buffer] });
  return {
    same: [copy !== value, copy.self === copy, copy.d.getTime(), copy.r.source + copy.r.flags, [...copy.m.keys()][0], [...[...copy.m.values()][0]], copy.n, 'u' in copy, 1 in copy.a, copy.a.length, typeof copy.b, copy.b.valueOf()],
    error: [copy.e instanceof RangeError, copy.e.message, copy.e.cause, copy.e.name],
    bytes: [[...copy.bytes], copy.bytes.buffer.byteLength, copy.bytes.byteOffset],
    point: [structuredClone(new Point()) instanceof Point, Object.keys(structuredClone(new Point()))],
    moved: [moved.buffer.byteLength, buffer.byteLength],
    refused: [() => structuredClone(() => 1), () => structuredClone({ f: Symbol('s') }), () => structuredClone(Promise.resolve()), () => structuredClone()].map(told).map((one) => one.slice(0, 2)),
    plain: [structuredClone(1), structuredClone('a'), structuredClone(null), structuredClone(undefined) === undefined],
  };
};
