// expect: limit CPU_TIME
exports.onTest = async (event, api) => {
  /^(a+)+\1$/.test('a'.repeat(60) + '!');
};
