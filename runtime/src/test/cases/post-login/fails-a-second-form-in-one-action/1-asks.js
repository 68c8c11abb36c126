// semantics 64: a second form aborts the execution at its line
exports.onExecutePostLogin = async (event, api) => {
  api.prompt.render('ap_one');
  api.prompt.render('ap_two');
};

exports.onContinuePostLogin = async () => {};
