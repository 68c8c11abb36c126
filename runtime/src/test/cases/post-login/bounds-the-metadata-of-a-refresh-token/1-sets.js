// semantics 73: 25 entries, keys and values of 255 characters pass, one more does not, as for a session
exports.onExecutePostLogin = async (event, api) => {
  const outcome = (call) => {
    try {
      call();
      return 'passes';
    } catch (error) {
      return error.message;
    }
  };
  const { setMetadata, deleteMetadata } = api.refreshToken;
  const set = (key, value) => outcome(() => setMetadata(key, value));
  const outcomes = {
    'a key of 255': set('k'.repeat(255), 'v'),
    'a key of 256': set('k'.repeat(256), 'v'),
    'no key': set('', 'v'),
    'a key that is a number': set(7, 'v'),
    'all characters': set('azAZ09_-', 'v'),
    'a dot': set('a.b', 'v'),
    'a letter with an accent': set('\u00e9', 'v'),
    'a value of 255': set('v', 'v'.repeat(255)),
    'a value of 256': set('v', 'v'.repeat(256)),
    'an empty value': set('v', ''),
    'a number': set('v', 1),
    'a boolean': set('v', true),
    'an object': set('v', {}),
    undefined: set('v', undefined),
  };
  api.refreshToken.evictMetadata();
  for (let i = 1; i <= 25; i++) setMetadata('k' + i, 'v');
  outcomes['a new one of 25'] = set('k25', 'w');
  outcomes['the 26th'] = set('k26', 'v');
  outcomes['removing one that is not there'] = set('k26', null);
  deleteMetadata('k1');
  outcomes['the 26th after one was removed'] = set('k26', 'v');
  throw new Error(JSON.stringify(outcomes, null, 1));
};
