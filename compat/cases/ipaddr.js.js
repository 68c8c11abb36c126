const ipaddr = require('ipaddr.js');

exports.run = async () => {
  const address = ipaddr.parse('2001:db8::1');
  const failure = (() => {
    try {
      return ipaddr.parse('300.1.1.1');
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
  })();
  return {
    kinds: ['10.0.0.1', '127.0.0.1', '8.8.8.8', '169.254.1.1', 'fe80::1', '::ffff:10.0.0.1'].map((text) => ipaddr.process(text).range()),
    bytes: address.toByteArray(),
    text: [address.toString(), address.toNormalizedString(), address.toFixedLengthString()],
    matches: [ipaddr.parse('10.1.2.3').match(ipaddr.parseCIDR('10.0.0.0/8')), address.match(ipaddr.parseCIDR('2001:db8::/32'))],
    subnet: ipaddr.subnetMatch(ipaddr.parse('192.168.1.9'), { office: [ipaddr.parseCIDR('192.168.0.0/16')] }, 'outside'),
    network: ipaddr.IPv4.networkAddressFromCIDR('172.16.5.1/12').toString(),
    valid: ['1.2.3.4', '1.2.3', 'x'].map((text) => ipaddr.isValid(text)),
    failure,
  };
};
