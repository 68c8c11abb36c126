module.exports = require('..').index.length + require('../../data').a.length;
