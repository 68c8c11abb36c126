exports.onExecutePostLogin = async (event, api) => {
  api.samlResponse.setAttribute('a100', 100);
  try {
    api.samlResponse.setAttribute('a101', 101);
  } catch (error) {
    api.idToken.setCustomClaim('https://example.com/problem', error.message);
  }
};
