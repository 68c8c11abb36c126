// attack: 53 asks for a factor that there is not
// expect: action_threw
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: '__proto__' });
};
