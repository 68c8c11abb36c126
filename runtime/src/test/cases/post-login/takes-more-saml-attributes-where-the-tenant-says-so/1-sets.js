// semantics 74: the published code has another total than the documents; saml_chars chooses
exports.onExecutePostLogin = async (event, api) => {
  const outcome = (call) => {
    try {
      call();
      return 'passes';
    } catch (error) {
      return error.message;
    }
  };
  const most = 102400;
  let length = 0;
  const set = (name, value) => {
    api.samlResponse.setAttribute(name, value);
    length += name.length + JSON.stringify(value).length;
  };
  for (let i = 0; length + 3 * 2048 < most; i++) set('a' + i, ['v'.repeat(2000), 'v'.repeat(2000), 'v'.repeat(2000)].slice(0, most > 20000 ? 3 : 1));
  while (length + 2052 < most) set('z', 'v'.repeat(2000));
  const room = most - length - 'last""'.length;
  throw new Error([
    outcome(() => api.samlResponse.setAttribute('last', 'v'.repeat(room + 1))),
    outcome(() => api.samlResponse.setAttribute('last', 'v'.repeat(room))),
    outcome(() => api.samlResponse.setAttribute('a', 1)),
  ].join('; '));
};
