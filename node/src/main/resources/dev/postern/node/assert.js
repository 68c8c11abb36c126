// Node's assert: the same checks and codes, with plainer messages.

const { inspect } = require('./util.js');
const { isEqual, isDeepEqual } = require('./util/equal.js');

class AssertionError extends Error {
  constructor({ message, actual, expected, operator }) {
    super(message ?? `${inspect(actual)} ${operator} ${inspect(expected)}`);
    this.name = 'AssertionError';
    this.code = 'ERR_ASSERTION';
    Object.assign(this, { generatedMessage: message === undefined, actual, expected, operator });
  }
}

function check(holds, message, actual, expected, operator) {
  if (holds) return;
  if (message instanceof Error) throw message;
  throw new AssertionError({ message, actual, expected, operator });
}

const ok = (value, message) =>
  check(value, message ?? 'The expression evaluated to a falsy value', value, true, '==');

/** Whether what was thrown is what was expected: a class, a pattern, a check, or members. */
function isExpected(error, expected) {
  if (expected === undefined) return true;
  if (expected instanceof RegExp) return expected.test(String(error));
  if (typeof expected === 'object') {
    return Object.keys(expected).every((key) =>
      expected[key] instanceof RegExp && typeof error?.[key] === 'string'
        ? expected[key].test(error[key])
        : isDeepEqual(error?.[key], expected[key], true),
    );
  }
  if (expected.prototype !== undefined && error instanceof expected) return true;
  if (expected === Error || Error.isPrototypeOf(expected)) return false;
  return expected.call({}, error) === true;
}

function checkThrown(thrown, expected, message, operator) {
  if (typeof expected === 'string') [expected, message] = [undefined, expected];
  if (thrown === undefined) check(false, message ?? 'Missing expected exception.', undefined, expected, operator);
  if (isExpected(thrown.error, expected)) return;
  check(false, message, thrown.error, expected, operator);
}

function thrownBy(work) {
  try {
    work();
  } catch (error) {
    return { error };
  }
}

async function rejectionOf(work) {
  try {
    await (typeof work === 'function' ? work() : work);
  } catch (error) {
    return { error };
  }
}

function checkNothing(thrown, message, operator) {
  if (thrown) check(false, `Got unwanted exception.\n${message ?? thrown.error?.message}`, thrown.error, undefined, operator);
}

const loose = {
  equal: (a, b, message) => check(isEqual(a, b), message, a, b, '=='),
  notEqual: (a, b, message) => check(!isEqual(a, b), message, a, b, '!='),
  deepEqual: (a, b, message) => check(isDeepEqual(a, b, false), message, a, b, 'deepEqual'),
  notDeepEqual: (a, b, message) => check(!isDeepEqual(a, b, false), message, a, b, 'notDeepEqual'),
};
const strict = {
  strictEqual: (a, b, message) => check(Object.is(a, b), message, a, b, 'strictEqual'),
  notStrictEqual: (a, b, message) => check(!Object.is(a, b), message, a, b, 'notStrictEqual'),
  deepStrictEqual: (a, b, message) => check(isDeepEqual(a, b, true), message, a, b, 'deepStrictEqual'),
  notDeepStrictEqual: (a, b, message) => check(!isDeepEqual(a, b, true), message, a, b, 'notDeepStrictEqual'),
};
const others = {
  ok,
  AssertionError,
  fail: (message = 'Failed') => check(false, message, undefined, undefined, 'fail'),
  ifError: (value) => {
    if (value == null) return;
    const message = `ifError got unwanted exception: ${value.message ?? inspect(value)}`;
    check(false, message, value, null, 'ifError');
  },
  match: (text, pattern, message) => check(typeof text === 'string' && pattern.test(text), message, text, pattern, 'match'),
  doesNotMatch: (text, pattern, message) => check(!pattern.test(text), message, text, pattern, 'doesNotMatch'),
  throws: (work, expected, message) => checkThrown(thrownBy(work), expected, message, 'throws'),
  doesNotThrow: (work, message) => checkNothing(thrownBy(work), message, 'doesNotThrow'),
  rejects: async (work, expected, message) => checkThrown(await rejectionOf(work), expected, message, 'rejects'),
  doesNotReject: async (work, message) => checkNothing(await rejectionOf(work), message, 'doesNotReject'),
};

const asserting = () => (value, message) => ok(value, message);
module.exports = Object.assign(asserting(), loose, strict, others);
module.exports.strict = Object.assign(asserting(), strict, others, {
  equal: strict.strictEqual,
  notEqual: strict.notStrictEqual,
  deepEqual: strict.deepStrictEqual,
  notDeepEqual: strict.notDeepStrictEqual,
});
module.exports.strict.strict = module.exports.strict;
