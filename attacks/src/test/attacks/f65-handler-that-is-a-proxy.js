// attack: 65 a handler that is a proxy of an async function
// expect: completed
exports.onExecutePostLogin = new Proxy(async () => {}, { apply: (target, self, args) => Reflect.apply(target, self, args) });
