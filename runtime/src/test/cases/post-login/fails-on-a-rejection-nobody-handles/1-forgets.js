// semantics 19: a promise left alone that is rejected fails the login, though the handler ended well
exports.onExecutePostLogin = async (event, api) => {
  const later = async () => {
    await null;
    throw new Error('forgotten');
  };
  later();
  api.idToken.setCustomClaim('https://example.com/own', true);
};
