exports.onExecutePostChallenge = async (event, api) => {
  console.log(event.authentication.methods.map((method) => method.type).join());
};
