exports.onTest = async (event, api) => {
  api.emit([typeof exports, typeof require, typeof module, typeof console, moduleThis === exports]);
  api.emit([typeof __dirname, typeof __filename, typeof process, typeof Buffer, typeof window, typeof self]);
  api.emit([global === globalThis, 'topLevel' in globalThis, Object.keys(module)]);
};
var topLevel = 1;
const moduleThis = this;
