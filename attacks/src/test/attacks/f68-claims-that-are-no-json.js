// attack: 68 claims that JSON cannot hold
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const values = [undefined, () => {}, Symbol('s'), NaN, Infinity, -Infinity, -0, new Date(NaN), new Date(8.64e15), new Map([[1, 2]]), new Set([1]), /x/, class {}, new Uint8Array([1]), '\ud800', new Error('x'), Promise.resolve(1), Object(1n) && null];
  for (let i = 0; i < values.length; i++) {
    try {
      api.idToken.setCustomClaim('claim' + i, values[i]);
    } catch (error) {
      if (!(error instanceof TypeError) && !(error instanceof RangeError)) throw error;
    }
  }
};
