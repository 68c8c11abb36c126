// semantics 64: a form goes with nothing else, also if the Action catches the error
exports.onExecutePostChallenge = async (event, api) => {
  api.redirect.sendUserTo('https://example.com/check');
  try {
    api.prompt.render('ap_reset');
  } catch (error) {
    console.log(error.message);
  }
};

exports.onContinuePostChallenge = async () => {};
