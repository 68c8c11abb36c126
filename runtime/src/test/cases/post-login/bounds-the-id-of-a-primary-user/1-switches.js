// semantics 67: 128 characters pass, one more does not
exports.onExecutePostLogin = async (event, api) => {
  try {
    api.authentication.setPrimaryUser('x'.repeat(129));
  } catch (error) {
    console.log(error.message);
  }
  api.authentication.setPrimaryUser('x'.repeat(128));
};
