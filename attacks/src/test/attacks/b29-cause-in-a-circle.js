// attack: 29 cause in a circle
// expect: action_threw
exports.onExecutePostLogin = async (event, api) => {
  const error = new Error('circle');
  error.cause = error;
  throw error;
};
