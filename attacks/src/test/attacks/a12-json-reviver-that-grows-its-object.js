// attack: 12 json reviver that grows its object
// expect: memory_limit
exports.onExecutePostLogin = async (event, api) => {
  JSON.parse('[[1]]', function (key, value) {
    return key === '' ? value : new Array(1000).fill(value).map((v) => [v, new Array(10000).fill(0)]);
  });
  for (;;) JSON.parse(JSON.stringify(new Array(100).fill('x')), (key, value) => new Array(1000).fill(value));
};
