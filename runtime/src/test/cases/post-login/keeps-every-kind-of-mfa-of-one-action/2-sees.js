exports.onExecutePostLogin = async (event, api) => {
  const { methods } = event.authentication;
  api.idToken.setCustomClaim('https://example.com/mfa', methods.filter(({ name }) => name === 'mfa').map(({ type }) => type));
};
