// Comparison in a time that does not depend on the values.

const { viewed, call, VIEWS } = require('../calls/bytes.js');
const { coded } = require('../calls/errors.js');

function timingSafeEqual(first, second) {
  const [a, b] = [first, second].map((value, index) => {
    const bytes = viewed(value);
    if (bytes === undefined) throw coded(TypeError, 'ERR_INVALID_ARG_TYPE', `The "buf${index + 1}" argument must be ${VIEWS}.`);
    return bytes;
  });
  if (a.length !== b.length) {
    throw coded(RangeError, 'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH', 'Input buffers must have the same byte length');
  }
  return call('crypto.equal', {}, a, b).value;
}

module.exports = { timingSafeEqual };
