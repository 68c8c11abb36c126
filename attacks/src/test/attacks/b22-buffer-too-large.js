// attack: 22 buffer too large
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  for (const make of [() => new ArrayBuffer(2 ** 33), () => new Float64Array(2 ** 31), () => new ArrayBuffer(8, { maxByteLength: 2 ** 40 })]) {
    try {
      make();
      throw new Error('went through');
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
};
