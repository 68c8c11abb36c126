// What http and https have alike.

const { urlToHttpOptions } = require('../url.js');
const refusing = require('../unavailable.js');
const { Agent, SecureAgent } = require('./agent.js');
const { ClientRequest } = require('./client-request.js');

function client(name) {
  const secure = name === 'https';
  const OwnAgent = secure ? SecureAgent : Agent;
  const globalAgent = new OwnAgent({ keepAlive: true });

  function request(input, options, callback) {
    const url = typeof input === 'string' ? urlToHttpOptions(new URL(input)) : input instanceof URL ? urlToHttpOptions(input) : undefined;
    const [given, done] = url === undefined || typeof options === 'function' ? [{}, options ?? callback] : [options ?? {}, callback];
    const all = { ...(url ?? input), ...given };
    if (all.agent === undefined || all.agent === null) all.agent = globalAgent;
    return new ClientRequest(all, secure, done);
  }

  function get(...args) {
    const sent = request(...args);
    sent.end();
    return sent;
  }

  return {
    Agent: OwnAgent,
    globalAgent,
    request,
    get,
    createServer: refusing(`${name}.createServer`),
    Server: refusing(`${name}.Server`),
  };
}

module.exports = client;
