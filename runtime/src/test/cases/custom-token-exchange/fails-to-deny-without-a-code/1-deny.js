// semantics 17: a code is a text; what is not caught fails the exchange at its line
exports.onExecuteCustomTokenExchange = async (event, api) => {
  for (const code of [undefined, null, 7]) {
    try {
      api.access.deny(code, 'no');
    } catch (error) {
      console.log(error.message);
    }
  }
  api.access.deny('', 'no');
};
