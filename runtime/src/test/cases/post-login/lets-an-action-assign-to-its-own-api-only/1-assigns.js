// semantics 2: the next Action gets an api of its own
exports.onExecutePostLogin = async (event, api) => {
  api.access.deny = () => api;
  api.idToken = null;
  api.note = 'for the next';
};
