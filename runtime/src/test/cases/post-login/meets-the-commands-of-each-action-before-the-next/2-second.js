exports.onExecutePostLogin = async (event, api) => {
  console.log(event.authentication.methods.length);
  api.authentication.challengeWith({ type: 'phone' });
};
