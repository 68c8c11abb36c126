exports.doubled = (n) => 2 * n + require('port').zero;
