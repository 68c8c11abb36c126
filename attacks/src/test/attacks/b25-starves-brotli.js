// attack: 25 runs out of stack while the engine gets ready for brotli
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => require('zlib').brotliDecompressSync(Buffer.from('CwCAYQM=', 'base64')).length;
