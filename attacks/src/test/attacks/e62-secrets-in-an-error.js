// attack: 62 throws its secret
// expect: action_threw
exports.onExecutePostLogin = async (event, api) => {
  const { TOKEN } = event.secrets;
  const error = new TypeError('with ' + TOKEN, { cause: new Error(TOKEN) });
  error.name = TOKEN;
  error.stack = TOKEN + '\n    at ' + TOKEN + ' (action.js:1:1)';
  throw error;
};
