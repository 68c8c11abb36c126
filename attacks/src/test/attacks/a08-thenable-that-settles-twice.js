// attack: 8 a thenable that settles twice and throws afterwards
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const twice = {
    then(resolve, reject) {
      resolve('first');
      reject(new Error('second'));
      resolve('third');
      throw new Error('last');
    },
  };
  if ((await twice) !== 'first') throw new Error('not the first');
  return twice;
};
