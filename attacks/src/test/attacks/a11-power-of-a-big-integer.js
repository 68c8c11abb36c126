// attack: 11 a power of a big integer, in one operation
// expect: time_limit
// in-process: quarantined
exports.onExecutePostLogin = async (event, api) => {
  3n ** 30000000n;
};
