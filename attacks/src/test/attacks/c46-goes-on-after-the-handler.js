// attack: 46 goes on after the handler
// expect: unhandled_rejection
exports.onExecutePostLogin = async (event, api) => {
  globalThis.late = (value) => api.idToken.setCustomClaim('emitted', value);
  setTimeout(() => late('timer'), 0);
  setImmediate(() => late('immediate'));
  Promise.resolve().then(() => Promise.resolve()).then(() => Promise.resolve()).then(() => late('microtask'));
  api.idToken.setCustomClaim('emitted', { toJSON: () => (api.idToken.setCustomClaim('emitted', 'inside of its own reading'), 'json') });
};
