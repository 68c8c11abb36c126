// Deep equality as Node's assert has it: strict, with prototypes and -0 told apart; or loose, by ==.

const types = require('./types.js');

const isObject = (value) => typeof value === 'object' && value !== null;
const keysOf = (value) => [
  ...Object.keys(value),
  ...Object.getOwnPropertySymbols(value).filter((key) => Object.prototype.propertyIsEnumerable.call(value, key)),
];

const isEqual = (left, right) => left == right || (left !== left && right !== right);

function isDeepEqual(left, right, strict, open = []) {
  if (strict ? Object.is(left, right) : isEqual(left, right)) return true;
  if (!isObject(left) || !isObject(right)) return false;
  if (strict && Object.getPrototypeOf(left) !== Object.getPrototypeOf(right)) return false;
  if (open.some(([one, other]) => one === left && other === right)) return true; // a cycle on both sides
  open.push([left, right]);
  const same = (one, other) => isDeepEqual(one, other, strict, open);
  const equal = hasEqualInside(left, right, same) && hasEqualKeys(left, right, same);
  open.pop();
  return equal;
}

const haveEqualMembers = (left, right, same) => left.size === right.size && everyHasOther([...left], [...right], same);

/** What tells two of a kind apart besides their keys. */
const KINDS = [
  [types.isDate, (left, right) => Object.is(left.getTime(), right.getTime())],
  [types.isRegExp, (left, right) => `${left}` === `${right}` && left.lastIndex === right.lastIndex],
  [types.isNativeError, (left, right) => left.message === right.message && left.name === right.name],
  [types.isBoxedPrimitive, (left, right) => Object.is(left.valueOf(), right.valueOf())],
  [types.isAnyArrayBuffer, (left, right, same) => same(new Uint8Array(left), new Uint8Array(right))],
  [types.isArrayBufferView, (left, right) => left.byteLength === right.byteLength],
  [types.isSet, haveEqualMembers],
  [types.isMap, haveEqualMembers],
  [Array.isArray, (left, right) => left.length === right.length],
];

function hasEqualInside(left, right, same) {
  for (const [is, equal] of KINDS) {
    if (is(left) !== is(right)) return false;
    if (is(left)) return equal(left, right, same);
  }
  return true;
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

module.exports = { isEqual, isDeepEqual };
