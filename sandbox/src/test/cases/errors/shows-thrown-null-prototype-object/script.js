exports.onTest = async (event, api) => {
  throw { __proto__: null, a: 1 };
};
