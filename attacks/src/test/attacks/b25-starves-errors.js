// attack: 25 runs out of stack while the engine gets ready for errors
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => new AggregateError([new Error('a', { cause: 1 })], 'b').errors.length + new DOMException('a', 'AbortError').code + new Error('x').stack.length;
