// semantics 4: a write waits in the queue, where the next Action sees it and the one that made it does not
exports.onExecutePostLogin = async (event, api) => {
  api.user.setUserMetadata('color', 'green');
  api.user.setAppMetadata('logins', event.user.app_metadata.logins + 1);
  api.idToken.setCustomClaim('https://example.com/own', [event.user.user_metadata.color, event.user.app_metadata.logins]);
};
