// attack: 61 a thousand requests at once
// expect: completed
// network: server
exports.onExecutePostLogin = async (event, api) => {
  const url = `http://127.0.0.1:${event.request.query.port}/x`;
  const ends = await Promise.allSettled(Array.from({ length: 1000 }, () => fetch(url).then((response) => response.text())));
  const refused = ends.filter((end) => end.status === 'rejected');
  if (refused.length === 0) throw new Error('all went out');
  if (ends.length - refused.length > 150) throw new Error(ends.length - refused.length + ' went out');
};
