'use strict';
const { doubled } = require('./internal/twice.js');
exports.now = (value, bytes) => host.call('now', value, bytes);
exports.later = (value, bytes) => host.start('later', value, bytes).promise;
exports.started = (value) => host.start('later', value);
exports.doubled = doubled;
exports.id = module.id;
