// attack: 31 looks for the host by reflection, in every prototype and by indirect eval
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const evil = /java|polyglot|graal|truffle|packages|oracle/i;
  const indirect = eval;
  for (const start of [globalThis, indirect('this'), Object.getPrototypeOf(globalThis), Object.getPrototypeOf(Object.getPrototypeOf(globalThis))]) {
    for (const key of start === null ? [] : Reflect.ownKeys(start)) {
      if (evil.test(String(key))) throw new Error(String(key));
    }
  }
  for (const key of ['Java', 'Polyglot', 'Graal', 'Packages']) {
    if (Reflect.has(globalThis, key) || Reflect.get(globalThis, key) !== undefined) throw new Error(key);
  }
};
