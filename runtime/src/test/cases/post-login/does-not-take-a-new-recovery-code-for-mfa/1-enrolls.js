// semantics 27: a recovery code that was handed out a moment ago proves nothing; the policy's MFA is still due
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.enrollWith({ type: 'recovery-code' });
};
