// attack: 53 sends the user away each time they come back
// expect: completed
// scenario: answered
exports.onExecutePostLogin = async (event, api) => {
  api.redirect.sendUserTo('https://app.example/');
};
exports.onContinuePostLogin = async (event, api) => {
  const times = event.user.app_metadata.times ?? 0;
  api.user.setAppMetadata('times', times + 1);
  if (times < 40) api.redirect.sendUserTo('https://app.example/again');
};
