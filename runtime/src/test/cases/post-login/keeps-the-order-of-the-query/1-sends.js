// semantics 52: parameters come in the order the Action gave them; a backslash is a slash, as in a browser
exports.onExecutePostLogin = async (event, api) => {
  const query = {};
  for (const name of 'zyxwvutsrq') query[name] = name;
  api.redirect.sendUserTo('https://my_host.example\\@evil.example/ä b?z=old&keep=%zz#part', { query });
};
exports.onContinuePostLogin = async () => {};
