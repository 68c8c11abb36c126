// semantics 13: a setter on the prototype of arrays does not swallow a command
exports.onExecutePostLogin = async (event, api) => {
  const taken = [];
  Object.defineProperty(Array.prototype, 0, { set(value) { taken.length = 0; } });
  api.access.deny('not swallowed');
  api.user.setUserMetadata('kept', true);
};
