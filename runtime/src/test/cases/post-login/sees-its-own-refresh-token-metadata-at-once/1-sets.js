// semantics 3, 10, 73: in a refresh exchange the metadata of the token changes in the event of the Action that sets it
exports.onExecutePostLogin = async (event, api) => {
  const seen = [];
  const look = () => seen.push({ ...event.refresh_token.metadata });
  api.refreshToken.setMetadata('new', '2');
  look();
  api.refreshToken.deleteMetadata('old');
  look();
  api.idToken.setCustomClaim('https://example.com/seen', seen);
};
