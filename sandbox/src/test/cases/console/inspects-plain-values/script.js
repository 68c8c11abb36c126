exports.onTest = async (event, api) => {
  console.log('text', 1, -0, 1.5, NaN, true, null, undefined, 10n, Symbol('s'));
  console.log([], {}, [1, 'a', [2]], { a: 'x', 'b-c': 1, [Symbol('k')]: 2 });
  console.log(() => 1, function named() {}, async function later() {});
  console.log({ a: { b: { c: { d: 1 } } }, list: [[[[1]]]] });
  console.log(Object.create(null), new Array(3));
};
