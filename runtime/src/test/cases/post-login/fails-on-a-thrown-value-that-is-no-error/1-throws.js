// semantics 19: anything thrown fails the login
exports.onExecutePostLogin = async (event, api) => {
  api.user.setAppMetadata('own', true);
  throw { status: 500 };
};
