// semantics 4, 66: null is written as a removal; undefined forgets what was queued, so the stored value shows again
exports.onExecutePostLogin = async (event, api) => {
  api.user.setUserMetadata('gone', null);
  api.user.setUserMetadata('changed', 'new');
  api.user.setUserMetadata('added', 1);
};
