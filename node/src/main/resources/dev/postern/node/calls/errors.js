// Errors with the class, code and words of Node's own.

function coded(Class, code, message) {
  const error = new Class(message);
  if (code !== undefined) error.code = code;
  return error;
}

/** How Node tells of a value of the wrong type; of a string no more than its beginning. */
function received(value) {
  if (value === undefined || value === null) return ' Received ' + value;
  if (typeof value === 'function') return ' Received function ' + value.name;
  if (typeof value === 'object') {
    const name = value.constructor && value.constructor.name;
    return name ? ' Received an instance of ' + name : ' Received an object';
  }
  return ' Received type ' + typeof value + ' (' + shown(value) + ')';
}

function shown(value) {
  if (typeof value !== 'string') return String(value) + (typeof value === 'bigint' ? 'n' : '');
  return "'" + (value.length > 28 ? value.slice(0, 25) + '...' : value) + "'";
}

/** With a key or password in hand, only its type may be told. */
function argType(name, expected, value, isSecret) {
  const subject = name.includes('.') ? 'property' : 'argument';
  const told = isSecret && typeof value === 'string' ? ' Received type string' : received(value);
  return coded(TypeError, 'ERR_INVALID_ARG_TYPE', `The "${name}" ${subject} must be ${expected}.${told}`);
}

function argValue(name, value, rest = 'is invalid.') {
  const subject = name.includes('.') ? 'property' : 'argument';
  const told = typeof value === 'object' && value !== null ? 'an object' : typeof value === 'string' ? shown(value) : String(value);
  return coded(TypeError, 'ERR_INVALID_ARG_VALUE', `The ${subject} '${name}' ${rest} Received ${told}`);
}

function outOfRange(name, range, value) {
  let told = String(value);
  if (Number.isInteger(value) && Math.abs(value) > 2 ** 32) told = told.replace(/\B(?=(\d{3})+$)/g, '_');
  return coded(RangeError, 'ERR_OUT_OF_RANGE', `The value of "${name}" is out of range. It must be ${range}. Received ${told}`);
}

const invalidState = (what) => coded(Error, 'ERR_CRYPTO_INVALID_STATE', `Invalid state for operation ${what}`);
const invalidDigest = (name) => coded(TypeError, 'ERR_CRYPTO_INVALID_DIGEST', name === undefined ? 'Invalid digest' : `Invalid digest: ${name}`);

function checkString(name, value) {
  if (typeof value !== 'string') throw argType(name, 'of type string', value);
}

function checkFunction(name, value) {
  if (typeof value !== 'function') throw argType(name, 'of type function', value);
}

function checkObject(name, value) {
  if (value === null || typeof value !== 'object') throw argType(name, 'of type object', value);
}

function checkInteger(name, value, least, most) {
  if (typeof value !== 'number') throw argType(name, 'of type number', value);
  if (!Number.isInteger(value)) throw outOfRange(name, 'an integer', value);
  if (value < least || value > most) throw outOfRange(name, `>= ${least} && <= ${most}`, value);
}

/** An error of the Web's, which has a name in place of a code. */
function domError(name, message) {
  const { DOMException } = require('../web/dom-exception.js');
  return new DOMException(message, name);
}

module.exports = {
  coded,
  argType,
  argValue,
  outOfRange,
  invalidState,
  invalidDigest,
  checkString,
  checkFunction,
  checkObject,
  checkInteger,
  domError,
};
