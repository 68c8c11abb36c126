const url = require('node:url');

const told = (work) => { try { return work(); } catch (error) { return [error.name, error.code, error.message, error.input ?? null, error.base ?? null]; } };
const parts = 'href origin protocol username password host hostname port pathname search hash'.split(' ');
const all = (value, base) => told(() => { const made = new URL(value, base); return parts.map((part) => made[part]); });

exports.run = async () => {
  const changed = new URL('https://a.example/p?x=1#h');
  changed.searchParams.append('y', 'ü & =');
  changed.pathname = '/a b/../c';
  changed.host = 'b.example:8443';
  changed.protocol = 'http';
  changed.hash = '';
  const params = new URLSearchParams('a=1&b=2&a=3&c');
  params.sort();
  params.set('b', '+');
  params.delete('c');
  return {
    parsed: [
      all('https://user:pass@Example.COM:443/a/./b/../c?q=ä#f'),
      all('//other/x', 'https://a.example/y/z'),
      all('?q', 'https://a.example/y/z'),
      all('http://0x7f.1/'),
      all('http://[::1]:80/'),
      all('http://bücher.example/'),
      all('http://xn--bcher-kva.example/'),
      all('mailto:a@b.c'),
      all('file:///c:/x'),
      all('data:text/plain,hi'),
    ],
    refused: [all('nope'), all('http://'), all('/x', 'y'), all('http://a:99999/'), all('http://exa mple/'), told(() => URL('http://a'))].map((one) => one[1] ?? one[0]),
    errors: [all('nope'), all('/x', 'y')],
    can: [URL.canParse('x'), URL.canParse('x', 'http://a'), URL.canParse('http://a')],
    changed: [changed.href, JSON.stringify({ changed }), `${changed}`],
    params: [`${params}`, params.getAll('a'), params.get('none'), params.has('a', '3'), params.size, [...params.keys()], [...params].length],
    made: [`${new URLSearchParams({ a: 1, b: [1, 2] })}`, `${new URLSearchParams([['a', 'b'], ['a', 'c']])}`, `${new URLSearchParams('?a=%20+b')}`],
    kinds: [Object.prototype.toString.call(changed), Object.prototype.toString.call(params), changed instanceof URL, changed.constructor === URL, url.URL === URL],
    older: [url.fileURLToPath('file:///a/b%20c'), url.pathToFileURL('/a b').href, url.urlToHttpOptions(new URL('http://u:p@a.example:81/x?y=1')).path, url.format(new URL('http://a/b?c')), url.domainToASCII('bücher.example')],
  };
};
