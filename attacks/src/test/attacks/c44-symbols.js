// attack: 44 symbols
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const foreign = /java\.|javax|com\.oracle|org\.graalvm|truffle|polyglot|postern|\.java:|native method|\/(root|home|work|usr|tmp|var|opt)\b/i;
  const evil = {
    [Symbol.toPrimitive]: () => ({}),
    get [Symbol.toStringTag]() { return {}; },
    [Symbol.iterator]: () => 1,
    [Symbol.hasInstance]: () => { throw new Error('own'); },
    [Symbol.isConcatSpreadable]: true,
    length: -1,
  };
  const acts = [() => setTimeout(() => {}, evil), () => setTimeout(evil), () => require(evil), () => require(Symbol('x')), () => console.log(evil, `%s`, evil), () => console.log('%d %i %f', evil, evil, evil), () => api.idToken.setCustomClaim(evil, evil), () => api.access.deny.name, () => api.authentication.challengeWithAny(evil), () => api.cache.set(evil, evil, evil), () => new URL(evil), () => new Headers(evil), () => Buffer.from(evil), () => clearTimeout(evil), () => evil instanceof evil, () => queueMicrotask(evil), () => setTimeout(() => {}, Symbol('x')), () => console.log('%d', Symbol('x')), () => console.log('%f', Symbol('x'))];
  for (const act of acts) {
    try {
      act();
    } catch (error) {
      if (!(error instanceof Error) || foreign.test(error + error.stack)) throw new Error(String(error) + error.stack);
    }
  }
  Object.defineProperty(Error, Symbol.hasInstance, { value: () => { throw new TypeError('own'); } });
};
