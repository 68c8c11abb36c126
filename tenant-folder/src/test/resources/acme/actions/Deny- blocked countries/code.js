const BLOCKED = @@BLOCKED_COUNTRIES@@;

exports.onExecutePostLogin = async (event, api) => {
  const country = event.request.geoip?.countryCode;
  if (BLOCKED.includes(country)) {
    return api.access.deny(`no logins from ${country}`);
  }
};
