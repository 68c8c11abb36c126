const assert = require('assert');
const strict = require('node:assert/strict');

const outcome = async (work) => {
  try {
    await work();
    return 'passes';
  } catch (error) {
    return `${error.name} ${error.code} ${error.operator}`;
  }
};
const boom = () => {
  throw new TypeError('boom');
};

exports.run = async () => {
  const works = [
    () => assert(1),
    () => assert.equal(1, '1'),
    () => assert.equal(1, 2),
    () => assert.notEqual(1, 1),
    () => assert.strictEqual(1, '1'),
    () => assert.deepEqual({ a: 1 }, { a: '1' }),
    () => assert.deepStrictEqual({ a: 1 }, { a: '1' }),
    () => assert.notDeepStrictEqual({ a: 1 }, { a: 1 }),
    () => strict.equal(1, '1'),
    () => strict.deepEqual([1, [2]], [1, [2]]),
    () => assert.throws(boom),
    () => assert.throws(boom, TypeError),
    () => assert.throws(boom, RangeError),
    () => assert.throws(boom, /boom/),
    () => assert.throws(boom, { name: 'TypeError', message: 'boom' }),
    () => assert.throws(boom, { name: 'TypeError', message: 'bang' }),
    () => assert.throws(() => {}),
    () => assert.doesNotThrow(boom),
    () => assert.rejects(async () => boom(), /boom/),
    () => assert.rejects(async () => {}),
    () => assert.match('abc', /b/),
    () => assert.match('abc', /x/),
    () => assert.ifError(null),
    () => assert.ifError(new Error('x')),
    () => assert.fail('said'),
  ];
  const outcomes = [];
  for (const work of works) outcomes.push(await outcome(work));
  return { outcomes };
};
