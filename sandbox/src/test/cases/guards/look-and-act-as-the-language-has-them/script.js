exports.onTest = async (event, api) => {
  const log = [];
  const noted = (name, value) => ({ toString: () => (log.push(name), `${value}`), valueOf: () => (log.push(name), value) });
  const outcome = (f) => {
    try {
      return f();
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
  };

  for (const f of [String.prototype.repeat, String.prototype.padStart, Array.prototype.fill, Uint8Array, ArrayBuffer]) {
    api.emit([f.name, f.length, typeof f, 'prototype' in f, /\[native code\]/.test(String(f))].join(' '));
  }
  api.emit(JSON.stringify(Object.getOwnPropertyDescriptor(String.prototype, 'repeat')));
  api.emit(JSON.stringify(Object.getOwnPropertyDescriptor(globalThis, 'Uint8Array')));

  api.emit(String.prototype.repeat.call(noted('text', 'ab'), noted('count', 2)));
  api.emit(String.prototype.padStart.call(noted('text', 'ab'), noted('length', 5), noted('fill', 'xy')));
  api.emit(log.join());
  api.emit(['ab'.repeat(0), 'ab'.repeat(2.9), ''.repeat(2 ** 40), 'a'.padEnd(3), 'abc'.padStart(2, noted('unread', 1)), 'a'.padStart(2 ** 40, '')]);
  api.emit(outcome(() => 'a'.repeat(-1)));
  api.emit(outcome(() => 'a'.repeat(Infinity)));
  api.emit(outcome(() => String.prototype.repeat.call(null, 1)));
  api.emit(outcome(() => String.prototype.padEnd.call(undefined, 1)));
  api.emit(outcome(() => 'a'.repeat(1n)));
  api.emit(outcome(() => 'a'.repeat(Symbol())));

  const bytes = new Uint8Array([1, 2, 3]);
  class Own extends Uint8Array {}
  api.emit([bytes.constructor === Uint8Array, bytes instanceof Uint8Array, Object.getPrototypeOf(Uint8Array) === Object.getPrototypeOf(Int8Array)]);
  api.emit([new Own(2) instanceof Own, new Own(2).map((x) => x) instanceof Own, Own.from([1]).constructor.name, bytes.subarray(1).constructor === Uint8Array]);
  api.emit([Uint8Array.of(1, 2).join(), Uint8Array.from('12').join(), new Uint8Array(new Set([4])).join(), new Uint8Array(bytes.buffer, 1, 1).join()]);
  api.emit([new Uint8Array().length, new Uint8Array(undefined).length, new Uint8Array(null).length, new Uint8Array('2').length, new Uint8Array(2.9).length]);
  api.emit([Uint8Array.BYTES_PER_ELEMENT, ArrayBuffer.isView(bytes), new ArrayBuffer(2, { maxByteLength: 4 }).maxByteLength, new ArrayBuffer(2).resizable]);
  api.emit(new ArrayBuffer(4).transfer().byteLength + new ArrayBuffer(4).transfer(2).byteLength);
  api.emit(outcome(() => Uint8Array(1)));
  api.emit(outcome(() => new Uint8Array(-1)));
  api.emit(outcome(() => new Uint8Array(1n)));
  api.emit(outcome(() => new ArrayBuffer(2, { maxByteLength: 1 })));
  api.emit([1, 2, 3].fill(0, 1, 2));
  api.emit(Array.prototype.fill.call({ length: 2 }, 1)[1]);
};
