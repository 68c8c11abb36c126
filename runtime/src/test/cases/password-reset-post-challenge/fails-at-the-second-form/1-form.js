// semantics 64, 65: options of 24 KiB are taken, one form, and not a second one
exports.onExecutePostChallenge = async (event, api) => {
  const options = (length) => ({ vars: { text: 'x'.repeat(length - '{"vars":{"text":""}}'.length) } });
  try {
    api.prompt.render('ap_large', options(24577));
  } catch (error) {
    console.log(error.message);
  }
  api.prompt.render('ap_large', options(24576));
  api.prompt.render('ap_second');
};

exports.onContinuePostChallenge = async () => {};
