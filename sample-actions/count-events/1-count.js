// Counts events by type, each once: a delivery may come twice.
exports.onExecuteEventStream = async (event, api) => {
  const { id, type } = event.message;
  if (api.cache.get(id)) return;
  const seen = Number(api.cache.get(type)?.value ?? 0) + 1;
  api.cache.set(id, 'seen');
  api.cache.set(type, String(seen));
  console.log(`${type}: ${seen}`);
};
