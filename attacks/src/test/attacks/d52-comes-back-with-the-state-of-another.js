// attack: 52 comes back from a redirect with the state of another login
// expect: completed
// scenario: state-of-another
exports.onExecutePostLogin = async (event, api) => {
  api.redirect.sendUserTo('https://app.example/consent');
};
exports.onContinuePostLogin = async (event, api) => {};
