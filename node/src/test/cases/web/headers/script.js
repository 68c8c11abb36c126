const told = (work) => { try { return work(); } catch (error) { return error.name; } };

exports.run = async () => {
  const headers = new Headers({ 'X-B': '2', 'x-a': ' 1 ', Accept: 'text/plain' });
  headers.append('x-b', '3');
  headers.append('Set-Cookie', 'a=1');
  headers.append('set-cookie', 'b=2');
  headers.set('ACCEPT', 'text/html');
  headers.delete('x-a');
  const each = [];
  headers.forEach(function (value, name, all) { each.push([name, value, all === headers, this.self]); }, { self: 1 });
  return {
    entries: [...headers],
    keys: [...headers.keys()],
    values: [...headers.values()],
    each,
    get: [headers.get('X-b'), headers.get('none'), headers.has('Accept'), headers.getSetCookie(), headers.get('set-cookie')],
    made: [[...new Headers([['a', '1'], ['a', '2']])], [...new Headers(headers)].length, [...new Headers(new Map([['m', 'v']]))], [...new Headers(undefined)]],
    refused: [() => new Headers([['a']]), () => new Headers(1), () => new Headers(null), () => headers.append('a b', '1'), () => headers.set('a', 'x\r\ny'), () => headers.set('a', 'x\0'), () => headers.set('a', '€'), () => headers.get(''), () => headers.append('a')].map(told),
    kind: Object.prototype.toString.call(headers),
  };
};
