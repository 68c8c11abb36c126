// attack: 49 names of Actions that are members of objects, paths, or look like others
// expect: completed
// scenario: names
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('line', new Error('x').stack.length > 0);
};
