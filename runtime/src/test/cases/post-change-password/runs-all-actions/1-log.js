// semantics 1, 22: the Actions run in order; the flow completes, and changes nothing
exports.onExecutePostChangePassword = async (event, api) => {
  console.log('saw', event.user.user_id);
};
