// expect: limit CPU_TIME
exports.onTest = async (event, api) => {
  /(?<=^(?:a|a?)+\1)(b)$/.test('a'.repeat(60) + '!');
  /^(?<x>(?:a|aa)+)+\k<x>b$/u.test('a'.repeat(60));
};
