// attack: 21 ropes made flat
// expect: memory_limit
exports.onExecutePostLogin = async (event, api) => {
  let text = 'xy';
  while (text.length < 2 ** 22) text += text;
  for (let i = 0; ; i++) (text + i).charCodeAt(5);
};
