// attack: 26 control characters, lone surrogates and line ends in what is logged
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  console.log('\r\n[other.js] info forged\u2028\u2029\u001b[2J\u0000\u202e', '\ud800', '\udfff', { 'a\nb': '\u0085' });
  console.error('%s%o%O%j%c%%%z', ...new Array(20).fill({ a: { b: { c: {} } } }));
  console.table?.([{ a: '\u001b]0;title\u0007' }]);
};
