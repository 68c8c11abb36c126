exports.onExecuteEventStream = async (event, api) => {
  await new Promise(() => {});
};
