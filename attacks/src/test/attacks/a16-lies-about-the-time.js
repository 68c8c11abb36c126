// attack: 16 lies about the time
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  Date.now = () => 0;
  Date.prototype.getTime = Date.prototype.valueOf = () => 0;
  globalThis.Date = class {
    static now() {
      return -Infinity;
    }
  };
  for (;;) {}
};
