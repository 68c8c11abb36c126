// Deep equality as Node's assert has it: strict, with prototypes and -0 told apart; or loose, by ==.

const { types } = require('./types.js');

const isObject = (value) => typeof value === 'object' && value !== null;
const keysOf = (value) => [
  ...Object.keys(value),
  ...Object.getOwnPropertySymbols(value).filter((key) => Object.prototype.propertyIsEnumerable.call(value, key)),
];

function isDeepEqual(left, right, strict, open = []) {
  if (strict ? Object.is(left, right) : left == right || (left !== left && right !== right)) return true;
  if (!isObject(left) || !isObject(right)) return false;
  if (strict && Object.getPrototypeOf(left) !== Object.getPrototypeOf(right)) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  if (open.some(([one, other]) => one === left && other === right)) return true; // a cycle on both sides
  open.push([left, right]);
  const same = (one, other) => isDeepEqual(one, other, strict, open);
  const equal = hasEqualInside(left, right, same) && hasEqualKeys(left, right, same);
  open.pop();
  return equal;
}

function hasEqualInside(left, right, same) {
  const both = (is) => {
    if (is(left) !== is(right)) throw false;
    return is(left);
  };
  try {
    if (both(types.isDate)) return Object.is(left.getTime(), right.getTime());
    if (both(types.isRegExp)) return `${left}` === `${right}` && left.lastIndex === right.lastIndex;
    if (both(types.isNativeError)) return left.message === right.message && left.name === right.name;
    if (both(types.isBoxedPrimitive)) return Object.is(left.valueOf(), right.valueOf());
    if (both(types.isAnyArrayBuffer)) return same(new Uint8Array(left), new Uint8Array(right));
    if (both(types.isArrayBufferView)) return left.byteLength === right.byteLength;
    if (both(types.isSet)) return left.size === right.size && everyHasOther([...left], [...right], same);
    if (both(types.isMap)) return left.size === right.size && everyHasOther([...left], [...right], same);
    return !Array.isArray(left) || left.length === right.length;
  } catch (differs) {
    if (differs !== false) throw differs;
    return false;
  }
}

/** Whether each of the one list has its like in the other, in any order. */
function everyHasOther(left, right, same) {
  return left.every((one) => {
    const index = right.findIndex((other) => same(one, other));
    if (index >= 0) right.splice(index, 1);
    return index >= 0;
  });
}

function hasEqualKeys(left, right, same) {
  const keys = keysOf(left);
  return (
    keys.length === keysOf(right).length &&
    keys.every((key) => Object.prototype.propertyIsEnumerable.call(right, key) && same(left[key], right[key]))
  );
}

exports.isDeepEqual = isDeepEqual;
