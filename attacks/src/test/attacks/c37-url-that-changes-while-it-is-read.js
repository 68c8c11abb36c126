// attack: 37 an address to redirect to that is another each time it is read
// expect: action_threw
exports.onExecutePostLogin = async (event, api) => {
  let reads = 0;
  const url = { toString: () => (reads++ === 0 ? 'https://app.example/' : 'javascript:alert(1)'), valueOf: () => 'https://app.example/' };
  api.redirect.sendUserTo(url);
};
