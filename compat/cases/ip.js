const ip = require('ip');

exports.run = async () => ({
  kinds: ['10.0.0.1', '127.0.0.1', '8.8.8.8', '192.168.3.4'].map((text) => [ip.isPrivate(text), ip.isPublic(text), ip.isLoopback(text)]),
  contains: [ip.cidrSubnet('10.1.0.0/16').contains('10.1.2.3'), ip.cidrSubnet('10.1.0.0/16').contains('10.2.0.1')],
  subnet: ip.subnet('192.168.1.134', '255.255.255.192'),
  long: [ip.toLong('127.0.0.1'), ip.fromLong(2_130_706_433)],
  mask: [ip.mask('192.168.1.134', '255.255.255.0'), ip.fromPrefixLen(24), ip.cidr('192.168.1.134/26'), ip.or('192.168.1.134', '0.0.0.255')],
  bytes: [ip.toBuffer('127.0.0.1').toString('hex'), ip.toString(Buffer.from('00000000000000000000000000000001', 'hex'))],
  equal: ip.isEqual('::1', '::0:1'),
  formats: [ip.isV4Format('1.2.3.4'), ip.isV6Format('::1')],
});
