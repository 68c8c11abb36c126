// attack: 23 sparse arrays
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const list = [];
  list[4294967294] = 1;
  list.length = 5;
  list.length = 2 ** 32 - 1;
  if (list.length !== 4294967295) throw new Error(String(list.length));
};
