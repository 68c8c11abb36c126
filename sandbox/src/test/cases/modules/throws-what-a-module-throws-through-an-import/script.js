exports.onTest = async (event, api) => {
  const tries = {
    imported: () => import('./imports-throwing.mjs'),
    json: () => import('./imports-json.mjs'),
    badJson: () => import('./imports-bad-json.mjs'),
    syntax: () => import('./imports-broken.mjs'),
    again: () => import('./imports-throwing.mjs'),
    itself: () => require('#a'),
    itselfImported: () => import('#a'),
    around: () => require('#b'),
    stars: () => require('#s' + 'x'.repeat(1000)),
  };
  for (const [name, attempt] of Object.entries(tries)) {
    try {
      api.emit([name, (await attempt()).default]);
    } catch (error) {
      api.emit([name, error instanceof Error, error?.name, error?.message, error?.mine]);
    }
  }
  const exportsOf = globalThis[Symbol.for('commonjs.exports')];
  api.emit(['nope', 5, { toString: () => 'throws.js' }, undefined, '__proto__'].map((path) => typeof exportsOf(path)));
};
