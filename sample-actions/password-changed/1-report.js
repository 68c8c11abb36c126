// Reports a changed password, and says so when it is the second one within an hour.
exports.onExecutePostChangePassword = async (event, api) => {
  const who = event.user.user_id;
  const again = api.cache.get(who) !== undefined;
  api.cache.set(who, event.request.ip, { ttl: 60 * 60 * 1000 });
  console[again ? 'warn' : 'info'](`${who} has changed the password from ${event.request.geoip.countryName}`);
};
