// expect: limit CPU_TIME
exports.onTest = async (event, api) => {
  Date.now = () => 0;
  Date.prototype.getTime = Date.prototype.valueOf = () => 0;
  globalThis.Date = class {
    static now() {
      return -Infinity;
    }
  };
  for (;;) {}
};
