// semantics 16: each of the three codes is taken, a reason may be missing, the last call counts
exports.onExecuteCredentialsExchange = async (event, api) => {
  api.access.deny('invalid_request', 'first').access.deny('invalid_scope', 'second').access.deny('server_error');
};
