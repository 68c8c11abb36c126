// attack: 53 sends the user away each time they come back
// expect: action_threw
// scenario: answered
exports.onExecutePostLogin = async (event, api) => {
  api.redirect.sendUserTo('https://app.example/');
};
exports.onContinuePostLogin = async (event, api) => {
  api.redirect.sendUserTo('https://app.example/again');
};
