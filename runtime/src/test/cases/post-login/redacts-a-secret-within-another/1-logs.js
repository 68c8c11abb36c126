// semantics 5: of a secret that holds another one nothing is left
exports.onExecutePostLogin = async (event, api) => {
  console.log(event.secrets.LONG, event.secrets.SHORT);
};
