// attack: 11 a big integer that is squared again and again
// expect: time_limit
// in-process: quarantined
exports.onExecutePostLogin = async (event, api) => {
  for (let number = 3n; ; ) number *= number;
};
