// attack: 3 loops in the handlers getter
// expect: cpu_limit
Object.defineProperty(exports, 'onExecutePostLogin', {
  get() {
    for (;;) {}
  },
});
