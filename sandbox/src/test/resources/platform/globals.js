host.write('debug', 'globals.js is loaded');
exports.Thing = class Thing {};
exports.other = 1;
