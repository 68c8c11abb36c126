// semantics 12, 63, 65: what the user has sent is in event.prompt of the same Action; vars stay with the server
exports.onExecutePostChallenge = async (event, api) => {
  console.log(api.prompt.render('ap_reset', { fields: { reason: '', lang: 'it' }, vars: { risk: 3 } }));
};

exports.onContinuePostChallenge = async (event, api) => {
  console.log(JSON.stringify(event.prompt));
};
