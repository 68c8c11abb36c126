// atob and btoa: bytes as the characters U+0000 to U+00FF.

const { coded } = require('../calls/errors.js');
const { Buffer } = require('../buffer.js');
const { DOMException } = require('./dom-exception.js');

function input(args) {
  if (args.length === 0) throw coded(TypeError, 'ERR_MISSING_ARGS', 'The "input" argument must be specified');
  return `${args[0]}`;
}

exports.btoa = function btoa() {
  const text = input(arguments);
  if (/[^\0-\xff]/.test(text)) throw new DOMException('Invalid character', 'InvalidCharacterError');
  return Buffer.from(text, 'latin1').toString('base64');
};

exports.atob = function atob() {
  let text = input(arguments).replace(/[\t\n\f\r ]/g, '');
  if (text.length % 4 === 0) text = text.replace(/==?$/, '');
  if (text.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(text)) {
    throw new DOMException('The string to be decoded is not correctly encoded.', 'InvalidCharacterError');
  }
  return Buffer.from(text, 'base64').toString('latin1');
};
