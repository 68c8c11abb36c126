// Every new user starts with a trial. It does not run for those who were refused.
exports.onExecutePreUserRegistration = async (event, api) => {
  const days = event.client?.metadata.trial_days ?? '14';
  const ends = new Date(Date.now() + Number(days) * 24 * 60 * 60 * 1000);
  api.user.setAppMetadata('trial_ends', ends.toISOString()).user.setUserMetadata('language', event.request.language);
};
