// attack: 40 code made at run time stays inside
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const AsyncFunction = (async () => {}).constructor;
  const GeneratorFunction = function* () {}.constructor;
  const globals = [eval('globalThis'), (0, eval)('this'), new Function('return this')(), await new AsyncFunction('return this')(), new GeneratorFunction('yield this')().next().value];
  if (globals.some((other) => other !== globalThis)) throw new Error('another global');
  for (const code of ['typeof Java', 'typeof Polyglot', 'typeof Graal', 'typeof load', 'typeof print', 'typeof kit', 'typeof host', 'typeof parse']) {
    if ((0, eval)(code) !== 'undefined' || new Function('return ' + code)() !== 'undefined') throw new Error(code);
  }
};
