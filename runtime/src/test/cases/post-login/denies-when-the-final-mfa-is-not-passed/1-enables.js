// semantics 14, 25: a failed MFA denies, and nothing the Actions asked for is kept
exports.onExecutePostLogin = async (event, api) => {
  api.multifactor.enable('any');
  api.user.setAppMetadata('asked', true);
};
