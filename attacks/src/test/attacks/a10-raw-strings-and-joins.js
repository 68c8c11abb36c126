// attack: 10 text that is joined again and again
// expect: memory_limit
exports.onExecutePostLogin = async (event, api) => {
  for (let i = 0; ; i++) String.raw({ raw: new Array(100000).fill('ab') }, ...new Array(1000).fill(i)).length;
};
