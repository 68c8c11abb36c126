// expect: returned
exports.onTest = async (event, api) => {
  const foreign = /java\.|javax|com\.oracle|org\.graalvm|truffle|polyglot|postern|\.java:|native method|\/(root|home|work|usr|tmp|var|opt)\b/i;
  const { toString } = Object.prototype;
  const tags = new Set();
  const seen = new Set();
  const found = [];
  const queue = [];
  const look = (value, path) => {
    if (typeof value === 'string' && foreign.test(value)) found.push(path + ' = ' + value);
    if (value === null || (typeof value !== 'object' && typeof value !== 'function') || seen.has(value)) return;
    seen.add(value);
    queue.push([value, path]);
  };
  const caught = (act) => {
    try {
      return act();
    } catch (error) {
      return error;
    }
  };
  look(globalThis, 'globalThis');
  look(event, 'event');
  look(api, 'api');
  look(console, 'console');
  look(require, 'require');
  look(module, 'module');
  look(setTimeout(() => {}, 1), 'timeout');
  look(setImmediate(() => {}), 'immediate');
  look(caught(() => null.x), 'error');
  look(caught(() => require('fs')), 'require error');
  look(caught(() => api.call('refuse', 'no')), 'refusal');
  look(caught(() => api.call('refuse')), 'call without argument');
  look(caught(() => setTimeout('code')), 'timer error');
  look(caught(() => new Intl.NumberFormat('x-wrong-locale-')), 'locale error');
  look(caught(() => new RegExp('(')), 'pattern error');
  look(caught(() => JSON.parse('{')), 'json error');
  look(caught(() => eval('{')), 'eval error');
  look(await import('./script.js').catch((error) => error), 'import error');
  look(api.call('echo', { a: [1, { b: 2 }] }), 'answer');
  look(Promise.resolve(1), 'promise');
  look((function () { return arguments; })(), 'arguments');
  look(new Intl.DateTimeFormat('en'), 'format');
  look([][Symbol.iterator](), 'iterator');
  look((async function* () {})(), 'generator');
  while (queue.length > 0) {
    const [object, path] = queue.pop();
    tags.add(toString.call(object));
    for (const name of ['getClass', 'class', 'wait', 'notify', 'notifyAll', 'hashCode', 'getMember', 'asHostObject']) {
      if (name in object) found.push(path + '.' + name);
    }
    const source = typeof object === 'function' ? Function.prototype.toString.call(object) : '';
  if (!source.includes('const foreign')) look(source, path + '.toString()');
    look(Object.getPrototypeOf(object), path + '.__proto__');
    for (const key of Reflect.ownKeys(object)) {
      const { value, get, set } = Reflect.getOwnPropertyDescriptor(object, key);
      const inner = path + '.' + String(key);
      look(String(key), inner + ' (name)');
      look(value, inner);
      look(get, inner + ' (get)');
      look(set, inner + ' (set)');
      look(caught(() => object[key]), inner + ' (read)');
    }
  }
  const builtIn = Reflect.ownKeys(globalThis).map((key) => '[object ' + String(key) + ']');
  for (const tag of tags) {
    if (builtIn.includes(tag) || / (Array|String|Map|Set|RegExp String|Iterator Helper|Segmenter String) ?Iterator\]$/.test(tag)) continue;
    if (/^\[object (Async)?(Generator)?(Function)?\]$/.test(tag) || /^\[object (Intl\.\w+|global|Arguments|Wrap.*|Module)\]$/.test(tag)) continue;
    found.push('tag ' + tag);
  }
  if (seen.size < 500) found.push('only ' + seen.size + ' objects seen');
  if (found.length > 0) throw new Error(found.join('; '));
};
