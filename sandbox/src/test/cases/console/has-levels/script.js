exports.onTest = async (event, api) => {
  console.log('log');
  console.info('info');
  console.debug('debug');
  console.warn('warn');
  console.error('error');
  console.trace('trace');
  console.dir({ a: 1 });
  console.assert(true, 'not shown');
  console.assert(false, 'shown', 1);
  console.log();
  console.log('');
};
