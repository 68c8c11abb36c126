// attack: 65 exports that throw when they are read
// expect: action_threw
module.exports = new Proxy({}, { get() { throw new Error('own'); } });
