// attack: 25 runs out of stack while the engine gets ready for urls
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => new URL('https://ü.example:8443/a?b=c#d').host + new URLSearchParams('a=1').toString();
