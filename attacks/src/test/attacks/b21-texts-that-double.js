// attack: 21 text that is doubled and used in a template
// expect: memory_limit
exports.onExecutePostLogin = async (event, api) => {
  let text = 'ab';
  for (;;) {
    text = `${text}${text}`;
    if (text.length > 2 ** 24) text = text.slice(0, 2 ** 20).toUpperCase();
  }
};
