// expect: returned
exports.onTest = async (event, api) => {
  const foreign = /java\.|javax|com\.oracle|org\.graalvm|truffle|polyglot|postern|\.java:|native method|\/(root|home|work|usr|tmp|var|opt)\b/i;
  const acts = [() => api.call('refuse', 'no'), () => api.call('echo', undefined), () => api.call('echo', () => {}), () => require('x'), () => console.log(...new Array(10)), () => clearTimeout({ get id() { throw 1; } })];
  acts.push(() => api.call('echo', Symbol('s')), () => api.emit.call(null), () => new api.emit(), () => new console.log(), () => new setTimeout());
  for (const act of acts) {
    try {
      act();
    } catch (error) {
      if (!(error instanceof Error)) throw new Error('no Error: ' + typeof error);
      if (![TypeError, Error].includes(error.constructor)) throw new Error('odd class ' + error.constructor);
      if (error.cause !== undefined || 'getClass' in error) throw new Error('odd members');
      const shown = error.stack + error.message + String(error) + Reflect.ownKeys(error).join();
      if (foreign.test(shown)) throw new Error(shown);
    }
  }
};
