const custom = Symbol.for('nodejs.util.inspect.custom');

exports.onTest = async () => {
  console.log({ [custom]: (depth, options, inspect) => `Form ${inspect({ a: 'b' })}` });
  console.log([{ [custom]: () => ({ shown: true }) }]);
  console.log({ [custom]: () => { throw new Error('no'); } });
  const error = new Error('outer', { cause: new TypeError('inner', { cause: new Error('innermost') }) });
  error.stack = 'Error: outer';
  console.log(error);
  throw error;
};
