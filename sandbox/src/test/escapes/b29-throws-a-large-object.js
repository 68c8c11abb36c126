// expect: threw
exports.onTest = async (event, api) => {
  throw Array.from({ length: 100 }, () => ({ text: 'x'.repeat(50000) }));
};
