// attack: 25 runs out of stack while the engine gets ready for proxies
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => new Proxy(class {}, { construct: () => ({ a: 1 }), get: Reflect.get, ownKeys: Reflect.ownKeys }) && Proxy.revocable({}, {});
