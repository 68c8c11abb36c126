// attack: 37 a claim that is another each time it is read
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  let reads = 0;
  const claim = { get role() { return reads++ === 0 ? 'user' : 'admin'; } };
  api.idToken.setCustomClaim('claim', claim);
  if (reads !== 1) throw new Error('read ' + reads + ' times');
  claim.more = 'x'.repeat(10000000);
};
