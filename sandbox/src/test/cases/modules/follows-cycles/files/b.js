const a = require('./a');
exports.sawA = { before: a.before, done: a.done };
exports.done = true;
