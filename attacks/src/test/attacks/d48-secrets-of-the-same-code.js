// attack: 48 two tenants whose Actions have the same text but not the same secrets
// expect: completed
// scenario: same-code
let seen;
exports.onExecutePostLogin = async (event, api) => {
  seen = event.user.user_id + ' ' + event.secrets.TOKEN;
  globalThis.seen = seen;
  if (event.user.user_id.endsWith('7')) await new Promise((resolve) => setTimeout(resolve, 1));
  await null;
  if (globalThis.seen !== seen) throw new Error('mixed');
  api.idToken.setCustomClaim('seen', seen);
};
