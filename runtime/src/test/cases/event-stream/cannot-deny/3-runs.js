exports.onExecuteEventStream = async (event, api) => {
  console.log('ran');
};
