exports.onExecuteEventStream = async (event, api) => {
  console.log('still told of', event.message.data.object.user_id);
};
