// semantics 19: what cannot be written as JSON is an argument error at its line
exports.onExecutePostLogin = async (event, api) => {
  const loop = {};
  loop.loop = loop;
  try {
    api.idToken.setCustomClaim('https://example.com/loop', loop);
  } catch (error) {
    console.log(error.name);
  }
  api.user.setAppMetadata('big', 10n);
};
