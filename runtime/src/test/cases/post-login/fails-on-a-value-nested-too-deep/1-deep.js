// semantics 19: a value that not every reader of the effects could read fails the Action
exports.onExecutePostLogin = async (event, api) => {
  let value = 1;
  for (let depth = 0; depth < 250; depth++) value = [value];
  api.idToken.setCustomClaim('https://example.com/deep', value);
};
