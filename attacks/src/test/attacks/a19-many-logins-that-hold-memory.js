// attack: 19 many logins that each hold some megabytes
// expect: completed
// scenario: many-logins
exports.onExecutePostLogin = async (event, api) => {
  const held = new Array(200).fill(0).map(() => new Uint8Array(20000));
  await new Promise((resolve) => setTimeout(resolve, 5));
  if (held.length !== 200) throw new Error('lost');
};
