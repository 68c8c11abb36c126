module.exports = require('./util/types.js').types;
