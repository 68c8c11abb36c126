// attack: 37 a factor whose type is another each time it is read
// expect: paused
exports.onExecutePostLogin = async (event, api) => {
  let reads = 0;
  api.authentication.challengeWith({
    get type() {
      return reads++ === 0 ? 'otp' : 'none of them';
    },
    get options() {
      return reads > 5 ? undefined : {};
    },
  });
  if (reads !== 1) throw new Error('read ' + reads + ' times');
};
