// attack: 11 the decimal digits of a big integer, in one operation
// expect: time_limit
// in-process: quarantined
exports.onExecutePostLogin = async (event, api) => {
  (1n << 60000000n).toString().length;
};
