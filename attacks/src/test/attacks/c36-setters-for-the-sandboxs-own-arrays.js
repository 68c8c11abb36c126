// attack: 36 setters for the sandboxs own arrays
// expect: action_threw
exports.onExecutePostLogin = async (event, api) => {
  for (let i = 0; i < 10; i++) {
    Object.defineProperty(Object.prototype, String(i), { set() { throw new Error('seen'); }, get: () => 'lie', configurable: true });
  }
  for (const name of ['due', 'callback', 'args', 'repeats', 'holds', 'reason', 'immediate', 'delay', 'get', 'set']) {
    if (name !== 'get' && name !== 'set') Object.defineProperty(Object.prototype, name, { set() { throw new Error('seen'); }, get: () => 'lie' });
  }
  await new Promise((resolve) => setTimeout(resolve, 1));
  throw new TypeError('as it is');
};
