// CommonJS: the Action's own files and packages.

const modules = { __proto__: null }; // path -> module, of what was loaded in this execution

function parentOf(path) {
  const slash = apply(lastIndexOfText, path, ['/']);
  return slash < 0 ? '' : apply(sliceText, path, [0, slash]);
}

function notFound(name) {
  const error = new Error("Cannot find module '" + name + "'");
  error.code = 'MODULE_NOT_FOUND';
  return error;
}

/** The name without a version behind it, which Rules could have. */
function withoutVersion(name) {
  const at = apply(indexOfText, name, ['@', 1]);
  if (at < 0) return name;
  const slash = apply(indexOfText, name, ['/', at]);
  const plain = apply(sliceText, name, [0, at]) + (slash < 0 ? '' : apply(sliceText, name, [slash]));
  write('warn', ["require('" + name + "') takes the version that is installed, as require('" + plain + "') does"]);
  return plain;
}

/** The name without the node: that may stand before it. */
function plainName(name) {
  return apply(sliceText, name, [0, 5]) === 'node:' ? apply(sliceText, name, [5]) : name;
}

function requireIn(folder) {
  function find(name) {
    if (typeof name !== 'string' || name === '') {
      throw new TypeError('The "id" argument must be a non-empty string. Received ' + inspect(name));
    }
    const found = host('find', folder, name);
    const other = found === '' ? withoutVersion(name) : name;
    const again = other === name ? found : host('find', folder, other);
    if (again === '') throw notFound(name);
    if (again[0] === '!') throw refusalIn(again);
    return again;
  }
  function require(name) {
    const found = find(name);
    const colon = apply(indexOfText, found, [':']);
    const kind = apply(sliceText, found, [0, colon]);
    const path = apply(sliceText, found, [colon + 1]);
    return kind === 'PLATFORM' ? platformFile(path, plainName(name)).exports : loaded(kind, path).exports;
  }
  require.resolve = function resolve(name) {
    const found = find(name);
    const colon = apply(indexOfText, found, [':']);
    return apply(sliceText, found, [0, colon]) === 'PLATFORM' ? name : '/' + apply(sliceText, found, [colon + 1]);
  };
  return require;
}

function loaded(kind, path) {
  let module = modules[path];
  if (module !== undefined) return module;
  const folder = parentOf(path);
  const filename = '/' + path;
  module = { id: filename, path: '/' + folder, exports: {}, filename, loaded: false, children: [], paths: [] };
  modules[path] = module;
  try {
    if (kind === 'JSON') module.exports = parse(host('text', path, ''));
    else if (kind === 'ESM') module.exports = fromHost('import', path);
    else {
      const code = kind === 'SHARED' ? sharedCode(path, folder) : fromHost('module', path);
      const { exports } = module;
      apply(code, exports, [exports, requireIn(folder), module, console, filename, '/' + folder]);
    }
    module.loaded = true;
  } catch (error) {
    delete modules[path];
    throw error;
  }
  return module;
}

/** Code that several scripts share: it alone sees its secrets, which the host has for each execution. */
function sharedCode(path, folder) {
  const code = fromHost('shared', path);
  const name = apply(sliceText, folder, [apply(indexOfText, folder, [':']) + 1]);
  return code({ secrets: callHost('moduleSecrets', name).value });
}

/** A module that the host has loaded; what its own code throws in loading passes through. */
function fromHost(kind, path) {
  const answer = hostLine(kind, path, '');
  if (answer === '') {
    const { reason } = thrown;
    thrown = undefined;
    throw reason;
  }
  if (typeof answer === 'string') throw refusalIn(answer);
  return answer;
}

let thrown; // {reason}: what the module that was loaded last has thrown
const imported = { __proto__: null }; // path -> {exports} or {error}, of CommonJS files that ECMAScript modules import

// For the modules that the sandbox writes around those files. It gives what was loaded for them, and loads nothing.
defineProperty(globalThis, Symbol.for('commonjs.exports'), {
  __proto__: null,
  value: (path) => {
    const found = typeof path === 'string' ? imported[path] : undefined;
    if (found === undefined) return undefined;
    if (found.failed) throw found.error;
    return found.exports;
  },
});
