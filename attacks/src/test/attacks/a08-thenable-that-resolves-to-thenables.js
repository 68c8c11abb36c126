// attack: 8 thenable that resolves to thenables
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  const again = { then: (resolve) => resolve(again) };
  await again;
};
