// attack: 25 runs out of stack while the engine gets ready for compression
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => require('zlib').gunzipSync(require('zlib').gzipSync('a')).length + require('zlib').deflateRawSync('b').length;
