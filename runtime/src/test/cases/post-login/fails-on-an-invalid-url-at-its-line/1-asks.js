// semantics 52: what is no absolute web address is refused when the method is called
exports.onExecutePostLogin = async (event, api) => {
  for (const url of ['javascript:alert(1)', 'https://', '//example.com/a', 'data:text/html,a']) {
    try {
      api.redirect.sendUserTo(url);
    } catch (error) {
      console.log(error.message);
    }
  }
  api.redirect.sendUserTo('/terms');
};

exports.onContinuePostLogin = async (event, api) => {

};
