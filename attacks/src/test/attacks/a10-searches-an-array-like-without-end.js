// attack: 10 searches what says it has as many elements as there are numbers
// expect: time_limit
// in-process: quarantined
exports.onExecutePostLogin = async (event, api) => {
  Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);
};
