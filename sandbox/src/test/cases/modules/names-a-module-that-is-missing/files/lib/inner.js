module.exports = require('not-there/sub');
