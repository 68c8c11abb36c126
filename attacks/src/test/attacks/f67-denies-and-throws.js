// attack: 67 denies and throws afterwards
// expect: action_threw
exports.onExecutePostLogin = async (event, api) => {
  api.access.deny('no');
  throw new Error('own');
};
