// attack: 30 counts in the scope of its module
// expect: completed
// scenario: later-login
let logins = 0;
const cache = new Map();
exports.onExecutePostLogin = async (event, api) => {
  if (++logins !== 1 || cache.size > 0) throw new Error('the module is kept');
  cache.set(event.user.user_id, event);
  require('util').kept = true;
  require('querystring').escape = () => 'kept';
};
