// semantics 19: a caught error is no failure
exports.onExecutePostLogin = async (event, api) => {
  const rejected = Promise.reject(new Error('caught'));
  await null;
  rejected.catch(() => {});
  try {
    await rejected;
  } catch (error) {
    api.idToken.setCustomClaim('https://example.com/caught', error.message);
  }
};
