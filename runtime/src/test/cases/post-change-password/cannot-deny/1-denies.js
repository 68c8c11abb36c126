// semantics 22: there is no method to deny with; calling one is an error of the language, and the flow completes
exports.onExecutePostChangePassword = async (event, api) => {
  api.access.deny('too late');
};
