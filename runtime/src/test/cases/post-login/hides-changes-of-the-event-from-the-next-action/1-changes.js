// semantics 2: what one Action does to its event is its own affair
exports.onExecutePostLogin = async (event, api) => {
  event.user.email = 'eve@example.com';
  event.user.app_metadata.role = 'admin';
  event.authentication.methods.push({ name: 'mfa', type: 'otp' });
  delete event.client;
  event.extra = true;
  globalThis.shared = 'leak';
  Object.prototype.polluted = 'leak';
};
