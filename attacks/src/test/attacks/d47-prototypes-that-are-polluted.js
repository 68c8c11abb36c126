// attack: 47 pollutes every prototype for the logins after it
// expect: completed
// scenario: later-login
exports.onExecutePostLogin = async (event, api) => {
  const owners = [Object, Array, String, Number, Boolean, Function, Promise, RegExp, Date, Map, Set, Error, Symbol, URL, Headers, Response, Buffer, ArrayBuffer];
  for (const owner of owners) {
    if (owner.kept !== undefined || owner.prototype.isAdmin !== undefined || {}.isAdmin !== undefined) throw new Error('kept of ' + owner.name);
  }
  if (event.request.query.turn === 'later') return;
  for (const owner of owners) {
    owner.kept = true;
    owner.prototype.isAdmin = true;
    Object.setPrototypeOf(owner.prototype, { isAdmin: true });
  }
};
