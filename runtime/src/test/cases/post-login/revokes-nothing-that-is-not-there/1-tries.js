// semantics 18: without a session, or out of an exchange, revoking is an error at its line
exports.onExecutePostLogin = async (event, api) => {
  const problems = [];
  for (const holder of [api.session, api.refreshToken]) {
    try {
      holder.revoke('nothing');
    } catch (error) {
      problems.push(error.message);
    }
  }
  console.log(problems.join('; '));
  api.session.revoke('nothing');
};
