// Agents, which hold connections in Node. Here the host does that, for the whole tenant.

const EventEmitter = require('events');

class Agent extends EventEmitter {
  constructor(options = {}) {
    super();
    this.options = { path: null, noDelay: true, ...options };
    this.protocol = 'http:';
    this.defaultPort = 80;
    this.requests = {};
    this.sockets = {};
    this.freeSockets = {};
    this.keepAlive = this.options.keepAlive || false;
    this.keepAliveMsecs = this.options.keepAliveMsecs || 1000;
    this.maxSockets = this.options.maxSockets || Infinity;
    this.maxFreeSockets = this.options.maxFreeSockets || 256;
    this.maxTotalSockets = this.options.maxTotalSockets || Infinity;
  }

  getName({ host = 'localhost', port = '', localAddress = '' } = {}) {
    return `${host}:${port}:${localAddress}`;
  }

  destroy() {}
}

class SecureAgent extends Agent {
  constructor(options) {
    super(options);
    this.protocol = 'https:';
    this.defaultPort = 443;
    this.maxCachedSessions = this.options.maxCachedSessions ?? 100;
  }
}
Object.defineProperty(SecureAgent, 'name', { value: 'Agent' });

module.exports = { Agent, SecureAgent };
