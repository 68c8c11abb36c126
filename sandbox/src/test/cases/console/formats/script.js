exports.onTest = async (event, api) => {
  console.log('%s is %d years, %i, %f', 'Ann', 36, 36.9, '1.5');
  console.log('%j %o %O', { a: [1] }, { b: 2 }, { c: 3 });
  console.log('%cstyled%c', 'color: red', '');
  console.log('100%% of %s', 'all');
  console.log('%% alone');
  console.log('%s', 'one', 'two', { three: 3 });
  console.log('%s %s', 'one');
  console.log('%x %s', 'one');
  console.log('50%', 'end');
  console.log(1, '%s', 'two');
  console.log('%d %i', {}, 'x');
  console.log('%s %s %s', null, undefined, 5n);
};
