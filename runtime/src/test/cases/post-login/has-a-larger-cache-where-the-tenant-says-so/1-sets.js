// semantics 75: the published code has another total than the documents; cache_bytes chooses
exports.onExecutePostLogin = async (event, api) => {
  const outcome = (key, value) => {
    const { type, code } = api.cache.set(key, value);
    return code ?? type;
  };
  const outcomes = {
    'a key of 64 bytes': outcome('\u00e9'.repeat(32), 'v'),
    'a key of 65 bytes': outcome('\u00e9'.repeat(32) + 'e', 'v'),
    'a value of 4096 bytes': outcome('v', 'v'.repeat(4096)),
    'a value of 4097 bytes': outcome('v', 'v'.repeat(4097)),
  };
  api.cache.delete('\u00e9'.repeat(32));
  for (let i = 0; i < 19; i++) api.cache.set('k' + (i + 10), '');
  outcomes['the 21st record'] = outcome('k29', '');
  outcomes['another value for the 20th'] = outcome('k28', '');
  for (let i = 0; i < 19; i++) api.cache.delete('k' + (i + 10));
  const most = 16640;
  let length = 4097;
  for (; length + 2002 < most; length += 2002) api.cache.set('k' + (length % 97), 'v'.repeat(2002 - ('k' + (length % 97)).length));
  outcomes['one byte more in all'] = outcome('r', 'v'.repeat(most - length));
  outcomes['as much as may be in all'] = outcome('r', 'v'.repeat(most - length - 1));
  api.idToken.setCustomClaim('https://example.com/outcomes', outcomes);
};
