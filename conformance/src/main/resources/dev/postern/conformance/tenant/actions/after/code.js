exports.onExecutePostLogin = async (event, api) => {
  api.accessToken.setCustomClaim(
    'https://acme.example/after',
    event.authentication.methods.map(({ name, type }) => `${name} ${type ?? ''}`.trim()),
  );
};
