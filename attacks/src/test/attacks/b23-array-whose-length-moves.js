// attack: 23 makes arrays as long as they can be, and fills their ends
// expect: memory_limit
exports.onExecutePostLogin = async (event, api) => {
  const all = [];
  for (let i = 0; ; i++) {
    const list = new Array(2 ** 32 - 1);
    for (let j = 0; j < 1000; j++) list[4294967294 - j * 1000] = { i, j };
    all.push(list);
  }
};
