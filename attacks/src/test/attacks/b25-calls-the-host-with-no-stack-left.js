// attack: 25 calls the host with no stack left
// expect: completed
// first: true
exports.onExecutePostLogin = async (event, api) => {
  const errors = new Set();
  const down = (last) => {
    try {
      down(last);
    } catch (error) {
      try {
        last();
      } catch (inner) {
        errors.add(`${inner}`);
      }
      throw error;
    }
  };
  for (const last of [() => console.log('x'), () => api.cache.set('key', 'value'), () => api.redirect.encodeToken({ secret: 's', payload: { a: 1 } }), () => api.idToken.setCustomClaim('emitted', 'x'), () => setTimeout(() => {}, 1)]) {
    last();
    try {
      down(last);
    } catch (error) {
      errors.add(`${error}`);
    }
  }
  for (const error of errors) {
    if (!/^RangeError: (Maximum call stack size exceeded|cannot stringify objects nested that deep|Cannot parse JSON constructs nested that deep)$/.test(error)) throw new Error(error);
  }
};
