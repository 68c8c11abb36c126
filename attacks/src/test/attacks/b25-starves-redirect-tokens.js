// attack: 25 runs out of stack while the engine gets ready for redirect tokens
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => api.redirect.encodeToken({ secret: 'secret', payload: { a: 1 } }).length;
