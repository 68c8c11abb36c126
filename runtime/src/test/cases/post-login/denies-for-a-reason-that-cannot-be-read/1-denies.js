// semantics 13: a denial counts whatever its reason is, also where the error of reading it is caught
exports.onExecutePostLogin = async (event, api) => {
  try {
    api.access.deny(Object.create(null, { toString: { get() { throw new Error('no text'); } } }));
  } catch {}
};
