// What the cases need of util.
const custom = Symbol.for('nodejs.util.promisify.custom');

exports.promisify = (work) =>
  work[custom] ||
  ((...args) => new Promise((resolve, reject) => work(...args, (error, value) => (error ? reject(error) : resolve(value)))));
