exports.onTest = async (event, api) => {
  const timers = [1, 2, 3, 4].map((n) => setTimeout(() => api.emit('fired ' + n), 1));
  clearTimeout(timers[0]);
  clearTimeout(+timers[1]);
  clearTimeout(`${timers[2]}`);
  timers[3].close();
  const immediate = setImmediate(() => api.emit('immediate'));
  clearImmediate(immediate);
  for (const nothing of [undefined, null, {}, 'x', NaN, -1, Symbol.iterator, '__proto__', () => {}]) clearTimeout(nothing);
  await new Promise((resolve) => setTimeout(resolve, 5));
  api.emit('end');
};
