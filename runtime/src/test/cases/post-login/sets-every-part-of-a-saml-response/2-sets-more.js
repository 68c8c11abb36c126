exports.onExecutePostLogin = async (event, api) => {
  api.samlResponse.setAttribute('https://example.com/roles', null);
  api.samlResponse.setAttribute('later', 'yes');
  api.samlResponse.setSignResponse(false);
};
