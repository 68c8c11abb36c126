exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://acme.example/country', event.request.geoip.countryCode);
};
