Object.defineProperty(exports, 'onTest', {
  get() {
    throw new RangeError('no handler today');
  },
});
