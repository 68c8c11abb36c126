// attack: 20 keys without end
// expect: memory_limit
exports.onExecutePostLogin = async (event, api) => {
  const object = {};
  for (let i = 0; ; i++) object['key' + i] = i;
};
