// attack: 54 measures time more finely than a comparison of secrets takes
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const steps = new Set();
  for (let i = 0, last = performance.now(); i < 20000 && steps.size < 50; i++) {
    const next = performance.now();
    if (next !== last) steps.add(next - last);
    last = next;
  }
  const { timingSafeEqual } = require('crypto');
  if (timingSafeEqual(Buffer.from('secret'), Buffer.from('secreT'))) throw new Error('equal');
  try {
    timingSafeEqual(Buffer.from('a'), Buffer.from('ab'));
    throw new Error('compared');
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
};
