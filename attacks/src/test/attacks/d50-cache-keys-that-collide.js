// attack: 50 keys that are one if they are joined, folded or normalised
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const keys = ['a:b', 'a', 'a:', ':a', 'A', 'é', 'e\u0301', 'a\0', 'a\0b', '\ud800', '\udc00', '1', '01', '__proto__', 'constructor', 'ﬁ', 'fi'];
  const value = 'x'.repeat(10);
  for (const key of keys) api.cache.set(key, value + keys.indexOf(key));
  for (const key of keys) {
    const record = api.cache.get(key);
    if (record !== undefined && record.value !== value + keys.indexOf(key) && !/^[\ud800-\udfff]$/.test(key)) throw new Error(JSON.stringify(key) + ' gives ' + record.value);
  }
  if (api.cache.get('toString') !== undefined || api.cache.get('hasOwnProperty') !== undefined) throw new Error('a member');
};
