exports.onExecutePostLogin = async (event, api) => {
  api.access.deny(`${typeof api.note} ${typeof api.idToken}`);
};
