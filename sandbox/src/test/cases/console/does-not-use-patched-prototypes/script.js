exports.onTest = async (event, api) => {
  const map = new Map([[1, 2]]);
  String.prototype.split = String.prototype.slice = Array.prototype.join = () => 'patched';
  String.prototype.repeat = String.prototype.indexOf = () => 'patched';
  Object.prototype.toString = () => 'patched';
  Symbol.prototype.toString = RegExp.prototype.toString = Date.prototype.toISOString = () => 'patched';
  Map.prototype.forEach = Set.prototype.forEach = () => 'patched';
  Array.prototype[Symbol.iterator] = function* () { yield 'patched'; };
  JSON.stringify = Reflect.apply = Reflect.ownKeys = () => 'patched';
  console.log('%s %j', 'text', { a: 1 }, [1, 2], Symbol('s'), /x/, new Date(0), map);
};
