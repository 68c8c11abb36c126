exports.onExecutePostLogin = async (event, api) => {
  api.user.setAppMetadata('reached', true);
};
