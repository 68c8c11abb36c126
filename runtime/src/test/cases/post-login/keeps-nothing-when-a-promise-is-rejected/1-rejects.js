// semantics 19: a rejection that the handler passes on is an error like any other
exports.onExecutePostLogin = async (event, api) => {
  api.user.setAppMetadata('own', true);
  await Promise.reject(new Error('the directory is down'));
};
