// attack: 25 runs out of stack while the engine gets ready for segments
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => [...new Intl.Segmenter('en').segment('a b')].length;
