const R = require('ramda');

exports.run = async () => {
  const users = [
    { name: 'Ann', age: 30, city: 'Bonn' },
    { name: 'Bob', age: 41, city: 'Rome' },
    { name: 'Cid', age: 25, city: 'Bonn' },
  ];
  const city = R.lensProp('city');
  return {
    names: R.pipe(R.filter(R.propEq('Bonn', 'city')), R.pluck('name'))(users),
    sorted: R.sortWith([R.ascend(R.prop('city')), R.descend(R.prop('age'))], users).map(R.prop('name')),
    grouped: R.map(R.length, R.groupBy(R.prop('city'), users)),
    lens: [R.view(city, users[0]), R.over(city, R.toUpper, users[0])],
    path: [R.path(['a', 0, 'b'], { a: [{ b: 1 }] }), R.pathOr('none', ['x'], {})],
    merged: R.mergeDeepRight({ a: { b: 1, c: 2 } }, { a: { c: 3 } }),
    curried: [R.add(1)(2), R.curry((a, b, c) => a + b + c)(1)(R.__, 3)(2)],
    transduced: R.transduce(R.compose(R.map(R.inc), R.take(2)), R.flip(R.append), [], [1, 2, 3]),
    equal: [R.equals({ a: [1, new Set([1])] }, { a: [1, new Set([1])] }), R.equals(0, -0)],
    cond: R.cond([[R.lt(18), R.always('adult')], [R.T, R.always('minor')]])(30),
    evolved: R.evolve({ age: R.dec }, users[1]),
    text: R.toString({ a: [1, 'x'], d: new Date(0) }),
    asynchronous: await R.andThen(R.multiply(2), Promise.resolve(21)),
  };
};
