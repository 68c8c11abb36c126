// Values that NIST and the RFCs publish: whether Node is right is not taken for granted.
const crypto = require('crypto');

const hex = (text) => Buffer.from(text, 'hex');
const okp = (crv, d, x) => ({ kty: 'OKP', crv, d, x });

function sealed(name, key, iv, aad, data) {
  const cipher = crypto.createCipheriv(name, hex(key), hex(iv), { authTagLength: 16 });
  cipher.setAAD(hex(aad), { plaintextLength: data.length / 2 });
  return cipher.update(data, 'hex', 'hex') + cipher.final('hex') + cipher.getAuthTag().toString('hex');
}

function vectors() {
  return {
    'FIPS 180 SHA-256': [
      crypto.createHash('sha256').update('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq').digest('hex'),
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    'FIPS 180 SHA-1': [crypto.createHash('sha1').update('abc').digest('hex'), 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    'FIPS 202 SHA3-256': [crypto.createHash('sha3-256').update('').digest('hex'), 'a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a'],
    'RFC 1321 MD5': [crypto.createHash('md5').update('message digest').digest('hex'), 'f96b697d7cb7938d525a2f31aaf161d0'],
    'RFC 4231 case 2': [
      crypto.createHmac('sha256', 'Jefe').update('what do ya want for nothing?').digest('hex'),
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    ],
    'RFC 2202 case 2': [crypto.createHmac('sha1', 'Jefe').update('what do ya want for nothing?').digest('hex'), 'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79'],
    'RFC 6070 4096 rounds': [crypto.pbkdf2Sync('password', 'salt', 4096, 20, 'sha1').toString('hex'), '4b007901b765489abead49d926f721d065a429c1'],
    'RFC 7914 scrypt': [
      crypto.scryptSync('password', 'NaCl', 64, { N: 1024, r: 8, p: 16 }).toString('hex'),
      'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640',
    ],
    'RFC 5869 case 1': [
      Buffer.from(crypto.hkdfSync('sha256', Buffer.alloc(22, 0x0b), hex('000102030405060708090a0b0c'), hex('f0f1f2f3f4f5f6f7f8f9'), 42)).toString('hex'),
      '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    ],
    'SP 800-38A CBC-AES128': [
      crypto.createCipheriv('aes-128-cbc', hex('2b7e151628aed2a6abf7158809cf4f3c'), hex('000102030405060708090a0b0c0d0e0f')).update('6bc1bee22e409f96e93d7e117393172a', 'hex', 'hex'),
      '7649abac8119b246cee98e9b12e9197d',
    ],
    'SP 800-38A CTR-AES128': [
      crypto.createCipheriv('aes-128-ctr', hex('2b7e151628aed2a6abf7158809cf4f3c'), hex('f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff')).update('6bc1bee22e409f96e93d7e117393172a', 'hex', 'hex'),
      '874d6191b620e3261bef6864990db6ce',
    ],
    'SP 800-38D case 2': [sealed('aes-128-gcm', '00'.repeat(16), '00'.repeat(12), '', '00'.repeat(16)), '0388dace60b6a392f328c2b971b2fe78ab6e47d42cec13bdf53a67b21257bddf'],
    'RFC 8032 test 2': [
      crypto.sign(null, hex('72'), crypto.createPrivateKey({ key: okp('Ed25519', 'TM0Imyj_ltqdtsNG7BFOD1uKMZ81q6Yk2oz27U-4pvs', 'PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw'), format: 'jwk' })).toString('hex').slice(0, 64),
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da',
    ],
    'RFC 7515 A.1': [
      crypto.createHmac('sha256', Buffer.from('AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow', 'base64'))
        .update('eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ')
        .digest('base64url'),
      'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
    ],
    'RFC 6979 A.2.5': [
      crypto.verify(
        'sha256',
        Buffer.from('sample'),
        {
          key: { kty: 'EC', crv: 'P-256', x: 'YP7UuiVanTHJYet0xjVtaMBJuJI7Yfps5mliLmDyn7Y', y: 'eQP-EAi4vJmkGunpVii8ZPLxsgwtfp9Rd6PClNRGIpk' },
          format: 'jwk',
          dsaEncoding: 'ieee-p1363',
        },
        hex('efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8'),
      ),
      true,
    ],
  };
}

exports.run = async () => {
  const all = vectors();
  return { count: Object.keys(all).length, differ: Object.keys(all).filter((name) => all[name][0] !== all[name][1]) };
};
