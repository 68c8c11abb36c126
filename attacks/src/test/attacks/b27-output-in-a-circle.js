// attack: 27 output in a circle
// expect: action_threw
exports.onExecutePostLogin = async (event, api) => {
  const circle = {};
  circle.circle = circle;
  api.idToken.setCustomClaim('emitted', circle);
};
