// semantics 2, 73: an Action that makes its event say otherwise fails in the host
exports.onExecutePostLogin = async (event, api) => {
  event.refresh_token.access = 'offline';
  api.refreshToken.setMetadata('a', 'b');
};
