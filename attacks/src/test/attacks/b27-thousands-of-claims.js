// attack: 27 more claims than the output holds
// expect: output_limit
exports.onExecutePostLogin = async (event, api) => {
  for (let i = 0; i < 20000; i++) api.idToken.setCustomClaim('claim' + i, 'x');
};
