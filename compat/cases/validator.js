const validator = require('validator');
const isEmail = require('validator/lib/isEmail');

exports.run = async () => ({
  emails: ['ann@acme.example', 'ann+tag@acme.example', 'ann@', 'Ann <ann@acme.example>', 'änn@acme.example'].map((text) => isEmail(text)),
  named: isEmail('Ann <ann@acme.example>', { allow_display_name: true }),
  urls: ['https://acme.example/a?b#c', 'acme', 'ftp://acme.example', 'javascript:alert(1)'].map((text) => validator.isURL(text)),
  phones: [validator.isMobilePhone('+4915112345678', 'de-DE'), validator.isMobilePhone('12', 'any')],
  ids: [validator.isUUID('9c858901-8a57-4791-81fe-4c455b099bc9'), validator.isJWT('a.b.c'), validator.isMongoId('x')],
  numbers: [validator.isInt('12', { min: 1, max: 9 }), validator.isFloat('1.5'), validator.isCreditCard('4111111111111111')],
  dates: [validator.isISO8601('2024-02-30', { strict: true }), validator.toDate('2024-02-29').toISOString()],
  strength: [validator.isStrongPassword('aB3$efgh'), validator.isStrongPassword('password')],
  clean: [validator.escape('<b>"&'), validator.trim('  a '), validator.normalizeEmail('An.N+x@GMAIL.com'), validator.stripLow('a\x00b')],
  ips: [validator.isIP('::1', 6), validator.isIPRange('10.0.0.0/8'), validator.isFQDN('acme.example')],
  failure: (() => {
    try {
      return validator.isEmail(1);
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
  })(),
});
