// semantics 52: state is the flow's own, whatever the Action or its URL says
exports.onExecutePostLogin = async (event, api) => {
  api.redirect.sendUserTo('https://example.com/a?state=mine&x=1#part', { query: { state: 'mine too' } });
};

exports.onContinuePostLogin = async (event, api) => {

};
