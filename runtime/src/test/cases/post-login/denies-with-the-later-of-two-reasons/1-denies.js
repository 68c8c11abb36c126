// semantics 13: a denial stays a denial; of two reasons the later is told
exports.onExecutePostLogin = async (event, api) => {
  api.access.deny('first');
  api.access.deny('second');
};
