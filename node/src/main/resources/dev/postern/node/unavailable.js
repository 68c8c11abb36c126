// Modules that reach out of the sandbox: they load, for many packages require what they may not use, and refuse to work.

const quiet = new Set(['then', 'default', '__esModule', 'toJSON', 'inspect', 'constructor', 'prototype', 'valueOf', 'toString']);

function refusing(path) {
  const refuse = function () {
    const remedy = path.startsWith('http') ? '; use fetch, or a client that takes it' : '';
    throw Object.assign(new Error(`${path} is not there for Actions, which have no files, sockets or processes${remedy}`), {
      code: 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM',
    });
  };
  return new Proxy(refuse, {
    get: (target, name) =>
      typeof name === 'symbol' || quiet.has(name) ? target[name] : (target[name] ??= refusing(`${path}.${name}`)),
  });
}

module.exports = refusing;
