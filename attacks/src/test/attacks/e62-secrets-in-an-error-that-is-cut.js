// attack: 62 throws so much that its secret is cut in the middle
// expect: action_threw
exports.onExecutePostLogin = async (event, api) => {
  throw new Error('x'.repeat(4095 - 8) + event.secrets.TOKEN);
};
