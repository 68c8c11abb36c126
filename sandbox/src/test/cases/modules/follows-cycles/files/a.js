exports.before = true;
const b = require('./b');
exports.sawB = b.done;
exports.done = true;
