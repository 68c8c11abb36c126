// Node's https, as far as it asks and does not serve.

module.exports = require('./http/client.js')('https');
