// attack: 53 offers a list of no factors
// expect: action_threw
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWithAny([]);
};
