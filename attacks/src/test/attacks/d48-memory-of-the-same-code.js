// attack: 48 two tenants whose Actions have the same text cache what they see on everything that could be shared
// expect: completed
// scenario: same-code
const table = ['a', 'b', 'c'];
const pattern = /x/g;
const template = (parts) => parts;
exports.onExecutePostLogin = async (event, api) => {
  const shared = template`shared`;
  const own = event.user.user_id + ' ' + event.secrets.TOKEN;
  for (const place of [table, pattern, exports, module, require, template]) {
    if (place.own !== undefined) throw new Error('kept ' + place.own);
    place.own = own;
  }
  if (pattern.lastIndex !== 0 || table.length !== 3 || !Object.isFrozen(shared)) throw new Error('kept in a literal');
  pattern.test('xx');
  table.push(own);
  api.idToken.setCustomClaim('seen', table.at(-1));
};
