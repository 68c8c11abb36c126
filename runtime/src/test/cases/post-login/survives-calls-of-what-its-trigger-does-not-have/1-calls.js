// semantics 2, 19: members of other triggers are undefined here; a script may look for them, make up its own, or catch the error
exports.onExecutePostLogin = async (event, api) => {
  api.noop = api.noop || (() => 'its own');
  api.access.rejectInvalidSubjectToken?.('never');
  const problems = [];
  for (const call of [
    () => api.access.rejectInvalidSubjectToken('never'),
    () => api.user.setUserId('never'),
    () => api.notification.drop('never'),
    () => api.transaction.setResultUrl('https://example.com/never'),
    () => api.transaction.addTargetScope('read:never'),
  ]) {
    try {
      call();
    } catch (error) {
      problems.push(error.name);
    }
  }
  api.idToken.setCustomClaim('https://example.com/problems', [api.noop(), ...problems]);
};
