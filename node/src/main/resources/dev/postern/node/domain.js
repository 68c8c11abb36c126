// Node's domain, which old packages ask whether they run in one: they never do.

const refusing = require('./unavailable.js');

class Domain {
  constructor() {
    module.exports.create();
  }
}

module.exports = { active: null, Domain, create: refusing('domain.create'), createDomain: refusing('domain.createDomain') };
