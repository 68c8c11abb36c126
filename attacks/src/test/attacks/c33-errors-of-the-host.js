// attack: 33 errors of the host
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const foreign = /java\.|javax|com\.oracle|org\.graalvm|truffle|polyglot|postern|\.java:|native method|\/(root|home|work|usr|tmp|var|opt)\b/i;
  const acts = [() => api.redirect.sendUserTo('no url'), () => api.redirect.encodeToken({ secret: 's', payload: { a: 1n } }), () => api.authentication.recordMethod('::'), () => api.transaction.setMetadata('k', {}), () => require('x'), () => console.log(...new Array(10)), () => clearTimeout({ get id() { throw 1; } })];
  acts.push(() => api.idToken.setCustomClaim(Symbol('s')), () => api.idToken.setCustomClaim.call(null), () => new api.idToken.setCustomClaim(), () => new console.log(), () => new setTimeout());
  for (const act of acts) {
    try {
      act();
    } catch (error) {
      if (!(error instanceof Error)) throw new Error('no Error: ' + typeof error);
      if (![TypeError, Error, RangeError].includes(error.constructor)) throw new Error('odd class ' + error.constructor);
      if (error.cause !== undefined || 'getClass' in error) throw new Error('odd members');
      const shown = error.stack + error.message + String(error) + Reflect.ownKeys(error).join();
      if (foreign.test(shown)) throw new Error(shown);
    }
  }
};
