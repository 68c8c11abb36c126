// semantics 64: nor where the Action catches the error
exports.onExecutePostLogin = async (event, api) => {
  api.redirect.sendUserTo('https://example.com/away');
  try {
    api.prompt.render('ap_one');
  } catch (error) {
    console.log(error.message);
  }
};

exports.onContinuePostLogin = async () => {};
