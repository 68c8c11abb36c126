// attack: 29 throws an error whose members throw
// expect: action_threw
exports.onExecutePostLogin = async (event, api) => {
  throw {
    get message() {
      throw new Error('message');
    },
    get name() {
      throw null;
    },
    get stack() {
      throw undefined;
    },
  };
};
