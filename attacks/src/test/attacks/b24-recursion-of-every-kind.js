// attack: 24 recursion of every kind
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const direct = (n) => direct(n + 1) + 1;
  const even = (n) => odd(n + 1) + 1;
  const odd = (n) => even(n + 1) + 1;
  const getter = { get a() { return this.a; } };
  const proxy = new Proxy({}, { get: (target, name, self) => self[name] });
  const json = { toJSON: () => JSON.stringify(json) };
  const text = { toString: () => `${text}` };
  const called = function () { return called.call.call(called, this); };
  const sorted = () => [2, 1].sort(sorted);
  const mapped = () => [1].map(mapped);
  const replaced = () => 'x'.replace(/x/, replaced);
  const made = () => Reflect.construct(class { constructor() { made(); } }, []);
  const attempts = [direct, even, () => getter.a, () => proxy.a, () => JSON.stringify(json), () => `${text}`, called, sorted, mapped, replaced, made];
  for (const attempt of attempts) {
    for (let i = 0; i < 3; i++) {
      try {
        attempt(0);
        throw new Error('went through: ' + attempt);
      } catch (error) {
        if (!(error instanceof RangeError) || !/^(Maximum call stack size exceeded|cannot stringify objects nested that deep|Cannot parse JSON constructs nested that deep)$/.test(error.message)) throw error;
      }
    }
  }
};
