// semantics 17: the last of deny and rejectInvalidSubjectToken counts
exports.onExecuteCustomTokenExchange = async (event, api) => {
  api.access.rejectInvalidSubjectToken('no such session');
  api.access.deny('server_error', 'the session store is down');
};
