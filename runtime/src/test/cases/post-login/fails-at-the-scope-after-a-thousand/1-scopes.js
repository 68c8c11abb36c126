// semantics 71: a thousand changes of scope are the most
exports.onExecutePostLogin = async (event, api) => {
  for (let i = 0; i <= 1000; i++) api.accessToken.addScope('read:' + i);
};
