// Runs for each event that the tenant has subscribed to. Nobody waits for it.
/** @type {Postern.OnExecuteEventStream} */
exports.onExecuteEventStream = async (event, api) => {
  const { id, type } = event.message;
  const known = api.cache.get(id);
  if (known !== undefined) return; // an event may be delivered twice
  api.cache.set(id, type, { ttl: 60_000 });
  console.log('received', type);
};
