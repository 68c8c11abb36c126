// The Web's streams, of the package web-streams-polyfill.

module.exports = require('../node_modules/web-streams-polyfill/dist/ponyfill.es2018.js');
