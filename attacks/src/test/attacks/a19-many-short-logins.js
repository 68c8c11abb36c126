// attack: 19 as many logins as there is time for
// expect: completed
// scenario: many-logins
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('n', [...Array(1000).keys()].map((n) => n * 2).length);
};
