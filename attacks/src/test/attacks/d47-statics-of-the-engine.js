// attack: 47 leaves traces in the statics of regular expressions, symbols, formats and modules
// expect: completed
// scenario: later-login
exports.onExecutePostLogin = async (event, api) => {
  const crypto = require('crypto');
  if (RegExp.$1 || RegExp.lastMatch || crypto.kept || require('util').kept || process.kept || process.env.KEPT) throw new Error('kept');
  if (new Intl.NumberFormat('en').kept || Intl.kept || Symbol.for('kept').kept || /a/.kept) throw new Error('kept of the engine');
  if (String.raw`kept`.kept || (() => (0, (s) => s)`kept`)().kept) throw new Error('a template');
  if (event.request.query.turn === 'later') return;
  /(kept)/.exec('kept');
  crypto.kept = require('util').kept = process.kept = Intl.kept = true;
  process.env.KEPT = 'kept';
  Intl.NumberFormat.prototype.kept = true;
  require('buffer').kept = require('events').EventEmitter.defaultMaxListeners = 99;
  process.on?.('exit', () => {});
};
