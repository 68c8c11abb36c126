// Uses once what the engine leaves to the JDK, so that its classes are initialised before any guest uses them; see EngineClasses.java.
(() => {
  const uses = [
    () => [2n ** 200n, 7n / 2n, -5n % 3n, 1n << 70n, 1n >> 2n, 5n & 3n, 5n | 3n, 5n ^ 3n, ~5n].join() + BigInt('0x1f') + BigInt(2 ** 60),
    () => (2n ** 3000n).toString(7) + (10n ** 40n).toLocaleString('en-US') + BigInt.asIntN(64, 2n ** 70n) + BigInt.asUintN(64, -1n),
    () => [0.1, 1e21, 1e-7, 123.456, NaN, -0].map((n) => n.toFixed(3) + n.toPrecision(4) + n.toExponential(2) + n.toString(7) + n.toLocaleString('de')),
    () => [parseFloat('1.5e300'), parseInt('zz', 36), Number('0b11'), Number('1e400'), Math.hypot(3, 4), Math.random(), Math.clz32(1), Math.fround(5.5)],
    () => ['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'exp', 'expm1', 'log', 'log2', 'log10', 'log1p', 'cbrt', 'sqrt'].map((f) => Math[f](0.5)),
    () => ['NFC', 'NFD', 'NFKC', 'NFKD'].map((form) => 'é\u0301ﬁ'.normalize(form)) + 'ß'.toUpperCase() + 'İ'.toLowerCase() + 'I'.toLocaleLowerCase('tr'),
    () => ['b', 'a', 'ä'].sort((a, b) => a.localeCompare(b, 'de')) + 'a\ud800'.isWellFormed() + 'a\ud800'.toWellFormed() + 'abc'.at(-1) + [...'a😀'],
    () => 'a-b c'.split(/[- ]/).map((s) => s.padStart(5, '·').padEnd(9).trim().repeat(3)) + 'aXbX'.replaceAll('X', '$&') + 'x'.matchAll(/x/g).next(),
    () => [/(?<=a)b(?<n>c)\k<n>?/u, /(?!x)\p{L}+/gu, /^a*?(b|c){2,3}$/ims, /a\b/y, /(a)\1/d, /[^\s\w]/].map((r) => String(r.exec('abccaa')) + r.flags + 'abca'.replace(r, '-') + 'ab'.search(r)),
    () => new RegExp('(a?){5}a{5}').test('a'.repeat(5)) + /(a*)*b/.test('a'.repeat(12)),
    () => [new Date(0), new Date('2020-02-30T10:00Z'), new Date('Feb 1 2020 10:00 GMT+2'), new Date(2020, 1, 1)].map((d) => `${d}${d.getTimezoneOffset()}${d.toLocaleString('en-US')}${d.toLocaleDateString('de')}`),
    () => new Date(1e12).toISOString() + new Date(1e12).toUTCString() + Date.UTC(2020, 1) + Date.parse('2020') + JSON.stringify(new Date(NaN)),
    () => new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'long', timeZone: 'Europe/Berlin' }).formatToParts(0),
    () => new Intl.DateTimeFormat('ar-u-ca-islamic').formatRange(0, 1e12) + new Intl.NumberFormat('de', { style: 'currency', currency: 'EUR' }).format(1e6),
    () => new Intl.Collator('sv').compare('a', 'ö') + new Intl.PluralRules('pl').select(3) + new Intl.ListFormat('en').format(['a', 'b']),
    () => new Intl.RelativeTimeFormat('en').format(-1, 'day') + new Intl.DisplayNames('en', { type: 'region' }).of('DE') + new Intl.Locale('de-AT').maximize(),
    () => [...new Intl.Segmenter('en', { granularity: 'word' }).segment('a b')] + Intl.getCanonicalLocales('EN-us') + Intl.supportedValuesOf('currency').length,
    () => [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array, BigInt64Array, BigUint64Array].map((T) => {
      const array = new T(8);
      array.set(T === BigInt64Array || T === BigUint64Array ? [3n, 1n] : [3, 1]);
      return array.sort().reverse().slice(1).subarray(1).toString() + array.indexOf(array[0]) + array.toSorted() + array.at(0) + T.from(array).fill(array[0]);
    }),
    () => new DataView(new ArrayBuffer(16, { maxByteLength: 32 })).setFloat64(0, 1.5) + new ArrayBuffer(4).slice(1).byteLength + new ArrayBuffer(8).transfer(4),
    () => [3, 1, 2, , 5].sort().toSorted().toReversed().toSpliced(1, 1).with(0, 1).flat().flatMap((x) => [x, x]).copyWithin(0, 1).fill(0, 1, 2).findLast((x) => x),
    () => [1, 2, 3].concat([[4]]).lastIndexOf(2) + [1, [2, [3]]].flat(Infinity).join() + Array.from({ length: 3 }, (_, i) => i) + Array.of(1).includes(NaN) + Object.groupBy([1, 2], (x) => x).toString(),
    () => JSON.stringify({ a: [1, 'é\ud800', null, { toJSON: () => 1 }], b: undefined }, (k, v) => v, 2) + JSON.parse('{"a":[1e3,"\\u00e9",true]}', (k, v) => v).a,
    () => new Map([[1, 2], [{}, NaN]]).entries().next().value + new Set([1, 2]).union(new Set([3])).size + new WeakMap([[{}, 1]]) + new WeakSet([{}]) + new WeakRef({}).deref(),
    () => new FinalizationRegistry(() => {}).register({}, 1) + [1, 2, 3].values().map((x) => x * 2).filter((x) => x).take(2).toArray() + Iterator.from([1]).next().value,
    () => new Proxy({}, { get: () => 1, has: () => true, ownKeys: () => ['a'], getOwnPropertyDescriptor: () => ({ configurable: true, value: 1, enumerable: true }) }).x + Reflect.ownKeys({ a: 1, [Symbol('s')]: 2 }).length,
    () => { const { proxy, revoke } = Proxy.revocable(() => {}, {}); revoke(); proxy(); },
    () => [...(function* () { try { yield 1; yield* [2, 3]; } finally { yield 4; } })()],
    () => (async () => { for await (const x of (async function* () { yield 1; yield 2; })()) x; await Promise.allSettled([Promise.reject(1), Promise.any([]), Promise.race([1]), Promise.all([1])]); })(),
    () => { class A { #p = 1; static s = 2; static { this.t = 3; } get p() { return this.#p; } static #q() {} has(o) { return #p in o; } } class B extends A { constructor() { super(); } } return new B().p + new B().has({}); },
    () => Symbol.for('a').description + Symbol.keyFor(Symbol.for('a')) + Object(Symbol()).toString() + [Symbol.iterator, Symbol.asyncIterator].length,
    () => [1, 'a', null, undefined, true, Symbol(), 1n, [], () => {}, /x/, new Date(0), new Error('x'), arguments].map((x) => Object.prototype.toString.call(x)),
    () => eval('1 + 1') + new Function('a', 'b = 2', '...c', 'return a + b')(1) + Object.getPrototypeOf(function* () {}).constructor('yield 1') + Object.getPrototypeOf(async () => {}).constructor('await 1'),
    () => { with ({ a: 1 }) a; label: for (const k in { a: 1 }) { switch (k) { case 'a': continue label; default: break label; } } },
    () => { const { a = 1, ...rest } = { b: 2 }; const [x, , ...y] = 'abc'; let z = null; z ??= a?.b?.c ?? x; z ||= 1; z &&= 2; return `${a}${rest.b}${y}${z}` + String.raw`\n${1}`; },
    () => Object.defineProperties(Object.freeze(Object.seal({})), { a: { get() {}, configurable: true } }),
    () => Object.entries(Object.getOwnPropertyDescriptors(Object.fromEntries([['a', 1]]))),
    () => encodeURIComponent('é😀') + decodeURIComponent('%C3%A9') + escape('é') + unescape('%u00e9') + encodeURI('ä') + decodeURI('%41') + decodeURI('%'),
    () => { throw new AggregateError([new RangeError('a', { cause: 1 }), new URIError(), new EvalError()], 'b'); },
    () => null.x,
    () => undeclared,
    () => new Array(-1),
    () => 'x'.repeat(-1),
    () => 1n + 1,
    () => JSON.parse('{'),
    () => new RegExp('('),
    () => eval('('),
    () => { const a = {}; a.a = a; JSON.stringify(a); },
    () => { const recurse = () => recurse(); recurse(); },
    () => new TextEncoder().encode('é') + new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array([195, 169])) + new TextDecoder('utf-16le').decode(new Uint8Array([65, 0])),
  ];
  for (const use of uses) {
    try {
      const result = use();
      if (result !== null && typeof result === 'object') String(result);
    } catch (error) {
      String(error) + error.stack;
    }
  }
})();
