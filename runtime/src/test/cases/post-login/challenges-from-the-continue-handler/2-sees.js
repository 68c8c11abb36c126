exports.onExecutePostLogin = async (event, api) => {
  const { methods } = event.authentication;
  api.idToken.setCustomClaim('https://example.com/methods', methods.map(({ name, type }) => type ?? name));
};
