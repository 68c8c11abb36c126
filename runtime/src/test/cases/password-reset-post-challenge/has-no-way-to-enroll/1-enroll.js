// semantics 48: challenges only; a call of enrollWith is an error of the language
exports.onExecutePostChallenge = async (event, api) => {
  console.log(Object.keys(api.authentication).join(' '), typeof api.multifactor);
  api.authentication.enrollWith({ type: 'otp' });
};
