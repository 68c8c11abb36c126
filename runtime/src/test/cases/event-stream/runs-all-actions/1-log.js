// semantics 1, 22: the Actions run in order; the flow completes, and changes nothing
exports.onExecuteEventStream = async (event, api) => {
  console.log('saw', event.message.data.object.user_id);
};
