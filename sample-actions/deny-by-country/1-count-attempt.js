// What is asked for before a denial is kept: the metadata is written although the login fails.
exports.onExecutePostLogin = async (event, api) => {
  api.user.setAppMetadata('last_attempt_from', event.request.geoip?.countryCode ?? 'unknown');
};
