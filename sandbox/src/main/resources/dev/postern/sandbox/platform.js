// The platform's own files: modules that an Action requires by name, and globals. None is loaded before it is asked for.

const platformFiles = { __proto__: null }; // path -> module

/** What a file of the platform has to work with. */
const platformHost = {
  __proto__: null,
  call: callHost,
  start: startOnHost,
  inspect,
  format,
  write: (level, message) => host('console', level, message),
};

function platformFile(path, name) {
  let module = platformFiles[path];
  if (module !== undefined) return module;
  const folder = parentOf(path);
  module = { id: name === undefined ? path : name, exports: {}, filename: path, loaded: false };
  platformFiles[path] = module;
  try {
    const code = fromHost('platform', path);
    const { exports } = module;
    const require = (wanted) => platformModule(folder, wanted);
    apply(code, exports, [exports, require, module, console, path, folder, platformHost]);
    module.loaded = true;
  } catch (error) {
    delete platformFiles[path];
    throw error;
  }
  return module;
}

function platformModule(folder, name) {
  const path = host('findOfPlatform', folder, name);
  if (path === '') throw notFound(name);
  if (path[0] === '!') throw refusalIn(path);
  return platformFile(path, name).exports;
}

/** The globals stand on the prototype of the global object. Each is loaded when it is first read, and can be replaced as in Node. */
function installGlobals(make) {
  const replace = (name, value) => {
    delete accessors[name]; // or who deletes the value would find it anew
    defineProperty(globalThis, name, { __proto__: null, value, writable: true, configurable: true, enumerable: false });
  };
  const load = (file, name) => {
    const value = platformFile(file).exports[name];
    replace(name, value);
    return value;
  };
  const accessors = make(load, replace);
  setPrototypeOf(globalThis, accessors);
}
