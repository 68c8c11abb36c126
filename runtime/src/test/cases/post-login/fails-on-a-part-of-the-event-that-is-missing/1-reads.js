// semantics 19: what the event does not have is undefined, and reading on from there a TypeError at its line
exports.onExecutePostLogin = async (event, api) => {
  console.log(typeof event.organization, event.organization?.id);
  api.idToken.setCustomClaim('https://example.com/organization', event.organization.id);
};
