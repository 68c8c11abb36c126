// semantics 28, 30: one Action wants MFA at every login; another one's request does not turn remembering on again
exports.onExecutePostLogin = async (event, api) => {
  api.multifactor.enable('any');
};
