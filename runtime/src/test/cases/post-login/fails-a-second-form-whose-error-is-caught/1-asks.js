// semantics 64: catching the error does not undo what cannot be done
exports.onExecutePostLogin = async (event, api) => {
  api.prompt.render('ap_one');
  try {
    api.prompt.render('ap_two');
  } catch (error) {
    console.log(error.message);
  }
};

exports.onContinuePostLogin = async () => {};
