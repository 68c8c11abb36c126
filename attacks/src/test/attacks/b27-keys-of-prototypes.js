// attack: 27 claims and metadata whose names are members of every object
// expect: completed
// scenario: with-another-action
exports.onExecutePostLogin = async (event, api) => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__defineGetter__', 'toJSON', 'then']) {
    for (const set of [api.idToken.setCustomClaim, api.accessToken.setCustomClaim, api.user.setAppMetadata, api.user.setUserMetadata]) {
      try {
        set(name, JSON.parse('{"kept": true, "__proto__": {"kept": true}}'));
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
      }
    }
  }
  if ({}.kept !== undefined) throw new Error('polluted');
};
