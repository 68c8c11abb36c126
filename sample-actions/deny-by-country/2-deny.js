const allowed = ['AT', 'CH', 'DE'];

exports.onExecutePostLogin = async (event, api) => {
  const country = event.request.geoip?.countryCode;
  if (!allowed.includes(country)) {
    return api.access.deny(`Logins from ${country ?? 'an unknown country'} are not allowed.`);
  }
};
