// semantics 22: with nothing called the reset goes on; the policy always asks for no MFA at the end
exports.onExecutePostChallenge = async (event, api) => {
  console.log(event.user.user_id, event.stats.logins_count, Object.keys(api).join(' '));
};
