// attack: 67 takes back what it has denied
// expect: denied
exports.onExecutePostLogin = async (event, api) => {
  api.access.deny('no');
  await null;
  event.denied = false;
  api.access = { deny() {} };
  api.idToken.setCustomClaim('allowed', true);
  return { allowed: true };
};
