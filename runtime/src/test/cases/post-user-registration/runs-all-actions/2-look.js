exports.onExecutePostUserRegistration = async (event, api) => {
  console.log(Object.keys(api).join(' '), Object.keys(api.cache).join(' '));
};
