// Node's domain, which old packages ask whether they run in one: they never do.

const refusing = require('./unavailable.js');

module.exports = { active: null, create: refusing('domain.create'), createDomain: refusing('domain.createDomain') };
