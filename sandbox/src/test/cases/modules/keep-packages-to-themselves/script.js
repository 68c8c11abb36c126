exports.onTest = async (event, api) => {
  const tried = (work) => { try { return work(); } catch (error) { return error.code; } };
  api.emit(['data', require('./data.json').secret, await import('./data.json').then((m) => m.default.secret)]);
  const evil = require('evil');
  api.emit(evil.names.map((name) => tried(() => evil.take(name))));
  api.emit([tried(() => require('evil/out')), tried(() => require('main-outside'))]);
  await evil.importing('real');
  await evil.importing('./lib/own.mjs').catch(() => {});
  api.emit([(await import('real')).default.who, require('real').who]);
};
