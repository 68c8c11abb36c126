const path = require('path');
const querystring = require('querystring');
const url = require('url');
const os = require('os');
const punycode = require('punycode');

exports.run = async () => {
  const parsed = url.parse('https://user:pw@example.com:8080/a/b?x=1&x=2&y=%20z#top', true);
  return {
    path: [path.join('/a', '../b', 'c.js'), path.basename('/x/y.txt', '.txt'), path.extname('a.b.c'), path.resolve('/a', 'b'), path.relative('/a/b', '/a/c'), path.posix.sep],
    query: [querystring.parse('a=1&b=2&a=3&c=%C3%BC').a, querystring.stringify({ a: ['x', 'y'], b: 'ü z' }), querystring.escape('a b')],
    parsed: { ...parsed, query: { ...parsed.query } },
    formatted: [url.format({ protocol: 'https', host: 'a.example', pathname: '/p', query: { q: 'r' } }), url.resolve('https://a.example/x/y', '../z')],
    os: [os.EOL, os.platform(), os.type()],
    process: [process.platform, typeof process.version, typeof process.hrtime()[0], typeof process.hrtime.bigint(), process === require('node:process')],
    punycode: punycode.toASCII('mañana.com'),
    ticked: await new Promise((resolve) => process.nextTick(resolve, 'tick')),
  };
};
