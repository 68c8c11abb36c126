// attack: 27 output nested too deep
// expect: action_threw
exports.onExecutePostLogin = async (event, api) => {
  let nested = [];
  for (let i = 0; i < 100000; i++) nested = [nested];
  api.idToken.setCustomClaim('emitted', nested);
};
