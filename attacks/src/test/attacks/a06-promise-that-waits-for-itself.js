// attack: 6 waits for itself
// expect: never_settled
exports.onExecutePostLogin = async (event, api) => {
  const self = (async () => {
    await null;
    await self;
  })();
  await self;
};
