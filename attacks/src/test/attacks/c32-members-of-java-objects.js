// attack: 32 asks everything it was given for the members that Java objects have
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const names = ['getClass', 'class', 'notify', 'notifyAll', 'wait', 'hashCode', 'clone', 'finalize', 'getMember', 'asHostObject', 'isHostObject', 'static', 'newInstance', 'forName'];
  const given = [event, api, console, require, module, exports, process, fetch, URL, Headers, Response, Request, setTimeout(() => {}), api.access.deny, api.redirect.validateToken, api.cache.get('x'), Buffer.from('a'), require('crypto').createHash('md5'), require('crypto').generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey, crypto.subtle, require('os'), new AbortController().signal, new TextEncoder(), new Response('x').body];
  for (const value of given) {
    for (let at = value; at !== null && at !== undefined; at = Object.getPrototypeOf(at)) {
      for (const name of names) {
        if (Object.hasOwn(at, name)) {
          throw new Error(name + ' of ' + Object.prototype.toString.call(value));
        }
      }
    }
  }
};
