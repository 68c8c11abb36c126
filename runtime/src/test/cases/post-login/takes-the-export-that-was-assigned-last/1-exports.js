// semantics 8: of two handlers of one name the later is the export
exports.onExecutePostLogin = async (event, api) => {
  api.access.deny('the first');
};

exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/handler', 'the last');
};
