// Writes each property that can be reached from the global object, with its attributes, a line each.
exports.onExecutePostLogin = async (event, api) => {
  const lines = [];
  const seen = new Map();
  const queue = [];
  const named = (key) => (typeof key === 'symbol' ? '[' + (key.description ?? '') + ']' : key);
  const visit = (value, path) => {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function') || seen.has(value)) return;
    seen.set(value, path);
    queue.push([value, path]);
  };
  const kind = (value) => {
    if (typeof value === 'function') return 'function(' + value.length + ')';
    if (value !== null && typeof value === 'object' && seen.has(value)) return 'object = ' + seen.get(value);
    return value === null ? 'null' : typeof value;
  };
  // Those of the platform are made when they are first read.
  for (const key of Reflect.ownKeys(Object.getPrototypeOf(globalThis))) globalThis[key];
  visit(globalThis, '');
  const hidden = {
    '%AsyncFunction%': (async () => {}).constructor,
    '%GeneratorFunction%': function* () {}.constructor,
    '%AsyncGeneratorFunction%': async function* () {}.constructor,
    '%TypedArray%': Object.getPrototypeOf(Uint8Array),
    '%ArrayIterator%': Object.getPrototypeOf([].values()),
    '%MapIterator%': Object.getPrototypeOf(new Map().entries()),
    '%SetIterator%': Object.getPrototypeOf(new Set().values()),
    '%StringIterator%': Object.getPrototypeOf(''[Symbol.iterator]()),
    '%RegExpStringIterator%': Object.getPrototypeOf('a'.matchAll(/a/g)),
    '%IteratorHelper%': Object.getPrototypeOf([].values().map((one) => one)),
    '%WrapForValidIterator%': Object.getPrototypeOf(Iterator.from({ next: () => ({ done: true }) })),
    '%Segments%': Object.getPrototypeOf(new Intl.Segmenter().segment('a')),
  };
  for (const name of Object.keys(hidden)) visit(hidden[name], name);
  while (queue.length > 0) {
    const [object, path] = queue.shift();
    const at = path === '' ? '' : path + '.';
    const parent = Object.getPrototypeOf(object);
    if (!Object.isExtensible(object)) lines.push(at + '! not extensible');
    for (const key of Reflect.ownKeys(object)) {
      const inner = at + named(key);
      const { value, get, set, writable, enumerable, configurable } = Reflect.getOwnPropertyDescriptor(object, key);
      // Each function has these; what they say stands where the function does.
      if (typeof object === 'function' && (key === 'length' || key === 'name') && !writable && configurable) continue;
      const attributes = (writable ? ' writable' : '') + (enumerable ? ' enumerable' : '') + (configurable ? ' configurable' : '');
      if (get !== undefined || set !== undefined) {
        lines.push(inner + ' accessor' + (get ? ' get' : '') + (set ? ' set' : '') + attributes);
        visit(get, inner + '<get>');
        visit(set, inner + '<set>');
      } else {
        lines.push(inner + ' ' + kind(value) + attributes);
        visit(value, inner);
      }
    }
    visit(parent, at + '__proto__');
  }
  lines.sort();
  for (let i = 0; i < lines.length; i += 100) console.log('%s', lines.slice(i, i + 100).join('\n'));
};
