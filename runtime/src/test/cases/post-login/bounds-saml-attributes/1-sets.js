// semantics 74: names of 1024 and values of 2048 characters and 100 changes pass, one more does not
exports.onExecutePostLogin = async (event, api) => {
  const outcome = (call) => {
    try {
      call();
      return 'passes';
    } catch (error) {
      return error.message;
    }
  };
  const set = (attribute, value) => outcome(() => api.samlResponse.setAttribute(attribute, value));
  const outcomes = {
    'a name of 1024': set('n'.repeat(1024), 1),
    'a name of 1025': set('n'.repeat(1025), 1),
    'no name': set('', 1),
    'a value of 2048': set('v', 'v'.repeat(2048)),
    'a value of 2049': set('v', 'v'.repeat(2049)),
    'an element of 2048': set('v', ['v'.repeat(2048)]),
    'an element of 2049': set('v', ['v'.repeat(2049)]),
    'an object': set('v', {}),
    'a list in a list': set('v', [[]]),
    'not a number': set('v', NaN),
    'a function': set('v', () => {}),
    'null': set('v', null),
  };
  for (let i = 5; i <= 99; i++) api.samlResponse.setAttribute('a' + i, i);
  outcomes['the 100th change'] = set('a', 100);
  outcomes['one more'] = set('a', 101);
  throw new Error(JSON.stringify(outcomes, null, 1));
};
