// semantics 12, 17: invalid_request for the client, and marked so that the host can count it; returns nothing
exports.onExecuteCustomTokenExchange = async (event, api) => {
  console.log(api.access.rejectInvalidSubjectToken('the token has expired'));
  console.log('still here');
};
