// attack: 25 runs out of stack while the engine gets ready for requests
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => new Headers({ a: 'b' }).get('a') + new Request('https://app.example/').url + new Response('x').status + new FormData().has('a') + new Blob(['a']).size;
