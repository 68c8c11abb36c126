exports.onExecutePreUserRegistration = async (event, api) => {
  console.log(JSON.stringify(event.user.user_metadata), JSON.stringify(event.user.app_metadata));
  api.user.setAppMetadata('tmp', undefined);
};
