// attack: 61 hundreds of requests at once
// expect: completed
// network: server
exports.onExecutePostLogin = async (event, api) => {
  const url = `http://127.0.0.1:${event.request.query.port}/x`;
  const ends = await Promise.allSettled(Array.from({ length: 400 }, () => fetch(url).then((response) => response.text())));
  const refused = ends.filter((end) => end.status === 'rejected');
  if (refused.length === 0) throw new Error('all went out');
};
