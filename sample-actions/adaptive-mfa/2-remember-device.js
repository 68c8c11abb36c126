exports.onExecutePostLogin = async (event, api) => {
  api.user.setAppMetadata('last_country', event.request.geoip?.countryCode ?? null);
};
