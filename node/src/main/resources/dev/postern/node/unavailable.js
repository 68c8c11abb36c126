// Modules that reach out of the sandbox: they load, for many packages require what they may not use, and refuse to work.

const { coded } = require('./calls/errors.js');

const quiet = new Set(['then', 'default', '__esModule', 'toJSON', 'inspect', 'constructor', 'prototype', 'valueOf', 'toString']);

/** What gives promises in Node is asked for them, and packages look at what they are rejected with. */
const promises = /^(fs|dns)[./]promises\./;

function refusing(path) {
  const refuse = function () {
    const message = `${path} is not there for Actions, which have no files, sockets or processes`;
    const error = coded(Error, 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', message);
    if (promises.test(path) && new.target === undefined) return Promise.reject(error);
    throw error;
  };
  return new Proxy(refuse, {
    get: (target, name) =>
      typeof name === 'symbol' || quiet.has(name) ? target[name] : (target[name] ??= refusing(`${path}.${name}`)),
  });
}

module.exports = refusing;
