// semantics 69, 70: a claim named scope is refused; reserved names and namespaces are left out, and not shown to the next Action; others are kept
exports.onExecuteCredentialsExchange = async (event, api) => {
  try {
    api.accessToken.setCustomClaim('scope', 'admin');
  } catch (error) {
    console.log(error.name);
  }
  for (const name of ['sub', 'gty', 'permissions', '$key', 'https://tenant.auth0.com/tier', 'urn:auth0:tier']) {
    api.accessToken.setCustomClaim(name, 'mine');
  }
  api.accessToken.setCustomClaim('tier', 'gold').accessToken.setCustomClaim('https://example.com/tier', 'gold');
};
