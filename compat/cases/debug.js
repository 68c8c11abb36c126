const { format } = require('util');
const debug = require('debug');

exports.run = async () => {
  const lines = [];
  debug.enable('acme:*,-acme:quiet');
  const log = debug('acme:login');
  const quiet = debug('acme:quiet');
  for (const logger of [log, quiet]) {
    logger.useColors = false;
    logger.log = (...args) => lines.push(format(...args).replace(/^\S+T\S+Z /, '').replace(/\+\d+ms/, ''));
  }
  log('user %s has %d roles and %j', 'Ann', 2, { plan: 'pro' });
  log('object %o', { a: 1, b: ['x'] });
  log(new TypeError('boom').message);
  quiet('not seen');
  const child = log.extend('step');
  return {
    lines: lines.map((line) => line.trim()),
    enabled: [log.enabled, quiet.enabled, debug.enabled('acme:other'), debug.enabled('other')],
    child: [child.namespace, child.enabled],
    disabled: debug.disable(),
    now: log.enabled,
    time: debug.humanize(90_000),
  };
};
