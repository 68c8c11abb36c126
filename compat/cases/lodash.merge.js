const merge = require('lodash.merge');

exports.run = async () => {
  const target = { app_metadata: { roles: ['a'], plan: { name: 'free', seats: 1 } } };
  const merged = merge(target, { app_metadata: { roles: [undefined, 'b'], plan: { seats: 2 } } }, null, { at: new Date(0) });
  merge({}, JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'));
  return { merged, isTarget: merged === target, polluted: {}.polluted === true, buffers: merge({}, { b: Buffer.from('hi') }).b.toString() };
};
