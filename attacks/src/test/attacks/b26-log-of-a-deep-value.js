// attack: 26 logs what is nested ten thousand deep
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  let nested = {};
  for (let i = 0; i < 10000; i++) nested = { nested, list: [nested] };
  console.log(nested);
  console.log('%j', { nested: 1 });
};
