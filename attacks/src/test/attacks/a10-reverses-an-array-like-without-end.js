// attack: 10 moves what says it has as many elements as there are numbers
// expect: time_limit
// in-process: quarantined
exports.onExecutePostLogin = async (event, api) => {
  Array.prototype.copyWithin.call({ length: 2 ** 53 - 1 }, 0, 1);
};
