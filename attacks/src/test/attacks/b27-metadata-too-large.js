// attack: 27 metadata that no profile can hold
// expect: metadata_too_large
exports.onExecutePostLogin = async (event, api) => {
  for (let i = 0; i < 20; i++) api.user.setUserMetadata('key' + i, 'x'.repeat(45000));
};
