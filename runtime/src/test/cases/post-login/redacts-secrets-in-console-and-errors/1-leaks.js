// semantics 5: a secret shows by its name wherever the record has text of the Action
exports.onExecutePostLogin = async (event, api) => {
  console.log('key is', event.secrets.API_KEY, { nested: event.secrets.API_KEY });
  throw new Error(`the call with ${event.secrets.API_KEY} failed`);
};
