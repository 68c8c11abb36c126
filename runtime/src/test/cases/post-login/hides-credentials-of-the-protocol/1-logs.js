// semantics 78: an Action does not see what would let it act as the application
exports.onExecutePostLogin = async (event) => {
  console.log(Object.keys(event.request.query), Object.keys(event.request.body));
};
