// attack: 34 call sites of the host
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const sites = [];
  Error.prepareStackTrace = (error, structured) => {
    sites.push(...structured);
    return structured;
  };
  Error.stackTraceLimit = 1000;
  const acts = [() => api.redirect.sendUserTo('no url'), () => require('x'), () => setTimeout(1), () => null.x, () => { throw new Error('x'); }];
  for (const act of acts) {
    try {
      act();
    } catch (error) {
      const { stack } = error;
      if (typeof stack !== 'string') sites.push(...stack);
      else if (/postern|bootstrap|\.java/.test(stack)) throw new Error(stack);
    }
  }
  const target = {};
  if (Error.captureStackTrace) {
    Error.captureStackTrace(target);
    if (typeof target.stack !== 'string') sites.push(...target.stack);
  }
  for (const site of sites) {
    for (const method of ['getThis', 'getFunction', 'getFileName', 'getTypeName', 'getScriptNameOrSourceURL', 'toString']) {
      const part = site[method]?.();
      if (typeof part === 'string' && /postern|\.java|\//.test(part)) throw new Error(method + ': ' + part);
      if ((method === 'getThis' || method === 'getFunction') && part !== undefined && part !== globalThis) throw new Error(method);
    }
  }
};
