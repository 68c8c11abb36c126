// semantics 64: nor in the other order
exports.onExecutePostLogin = async (event, api) => {
  api.prompt.render('ap_one');
  try {
    api.redirect.sendUserTo('https://example.com/away');
  } catch (error) {
    console.log(error.message);
  }
};

exports.onContinuePostLogin = async () => {};
