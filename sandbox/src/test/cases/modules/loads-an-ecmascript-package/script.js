exports.onTest = async (event, api) => {
  const emit = (...values) => api.emit(values);
  const esm = require('esm');
  emit(Object.keys(esm), esm.default, esm.named, esm.fromCommonJs, esm.whole.answer, esm.nested);
  emit(require('esm') === esm, esm[Symbol.toStringTag]);
  const again = await import('esm');
  emit(again.default, again.counter() + require('esm').counter());
  emit((await import('./local.mjs')).local, require('./local.mjs').local);
};
