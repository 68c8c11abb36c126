// Domains, of which none is ever active. aws-sdk 2 asks whether one is.

const EventEmitter = require('events');
const refusing = require('./unavailable.js');

class Domain extends EventEmitter {
  constructor() {
    super();
    module.exports.create();
  }
}

module.exports = { active: null, Domain, create: refusing('domain.create'), createDomain: refusing('domain.createDomain') };
