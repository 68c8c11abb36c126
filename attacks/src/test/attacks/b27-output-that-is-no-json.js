// attack: 27 output that is no json
// expect: action_threw
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('emitted', 1n);
};
