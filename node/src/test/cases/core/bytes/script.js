const { Buffer: FromModule } = require('node:buffer');
const { StringDecoder } = require('string_decoder');

exports.run = async () => ({
  same: FromModule === Buffer,
  url: [
    Buffer.from('a-_b', 'base64url').toString('hex'),
    Buffer.from([251, 255, 254]).toString('base64url'),
    Buffer.from([251, 255, 254]).toString('base64'),
    Buffer.byteLength('-_8', 'base64url'),
    Buffer.isEncoding('BASE64URL'),
    Buffer.isEncoding('base32'),
    Buffer.alloc(3, '_w', 'base64url').toString('hex'),
    Buffer.from('xx-_').indexOf('LV8', 0, 'base64url'),
  ],
  text: ['utf8', 'latin1', 'hex', 'utf16le', 'ascii'].map((encoding) => Buffer.from('grüße €').toString(encoding)),
  joined: Buffer.concat([Buffer.from('ab'), Buffer.from('cd')]).subarray(1, 3).toString(),
  json: JSON.stringify(Buffer.from('x')),
  numbers: [Buffer.from([1, 2, 3, 4]).readUInt32BE(0), Buffer.from([255, 255]).readInt16LE(0)],
  equal: Buffer.from('a').equals(Uint8Array.of(97)),
  compare: Buffer.compare(Buffer.from('a'), Buffer.from('b')),
  decoder: (() => {
    const decoder = new StringDecoder('utf8');
    return decoder.write(Buffer.from([0xe2, 0x82])) + decoder.write(Buffer.from([0xac])) + decoder.end();
  })(),
});
