// attack: 69 numbers that take a parser long
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  for (const text of ['1e400', '-1e400', '1e999999999', '9'.repeat(20000), '0.' + '0'.repeat(20000) + '1', '1e-999999999']) {
    const value = JSON.parse(text);
    api.idToken.setCustomClaim('number', value);
    api.user.setAppMetadata('text', { toJSON: () => text });
    Number(text) + parseInt(text, 36) + BigInt('0x' + 'f'.repeat(5000)).toString().length;
  }
};
