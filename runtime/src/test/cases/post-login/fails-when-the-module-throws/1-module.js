// semantics 9, 19: an error outside of the handler fails the login like one inside, and the next Action does not run
const config = JSON.parse('{');

exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/ran', config);
};
