// expect: limit CPU_TIME
Object.defineProperty(exports, 'onTest', {
  get() {
    for (;;) {}
  },
});
