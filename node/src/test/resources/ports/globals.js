// As little of Node's globals as the ports and the cases need.
exports.Buffer = require('buffer').Buffer;
exports.process = {
  env: {},
  version: 'v20.0.0',
  nextTick: (callback, ...args) => queueMicrotask(() => callback(...args)),
};
