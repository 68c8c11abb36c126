// semantics 4, 12: what is queued for the new user is shown to the next Action; each method returns api
exports.onExecutePreUserRegistration = async (event, api) => {
  const returned = api.user.setUserMetadata('plan', 'free').user.setAppMetadata('source', { ad: 7 }).user.setUserId('crm-17');
  console.log(returned === api, JSON.stringify(event.user));
};
