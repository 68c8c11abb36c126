// semantics 16, 19: other codes are refused at the call; what is not caught fails the exchange at its line
exports.onExecuteCredentialsExchange = async (event, api) => {
  for (const code of ['invalid_grant', 'INVALID_SCOPE', '', null, undefined, 7, ['invalid_scope']]) {
    try {
      api.access.deny(code, 'no');
    } catch (error) {
      console.log(error.name);
    }
  }
  api.access.deny('access_denied', 'no');
};
