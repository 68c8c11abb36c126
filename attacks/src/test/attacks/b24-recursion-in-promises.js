// attack: 24 recursion through promises, generators and iterators
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const generator = function* () {
    yield* generator();
  };
  const iterator = { [Symbol.iterator]: () => new Set(iterator) };
  const attempts = [
    () => [...generator()],
    () => new Set(iterator),
    () => structuredClone?.({ get a() { return structuredClone(this); } }),
    () => Reflect.apply(function self() { Reflect.apply(self, this, []); }, null, []),
    () => { class A { get [Symbol.toStringTag]() { return Object.prototype.toString.call(this); } } return String(new A()); },
  ];
  for (const attempt of attempts) {
    try {
      attempt();
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      continue;
    }
    throw new Error('went through: ' + attempt);
  }
  const chain = async (n) => (n === 0 ? 0 : 1 + (await chain(n - 1)));
  if ((await chain(100)) !== 100) throw new Error('lost');
};
