// Compression and back, in one call, later, and as streams; and what is told of bad data.
const zlib = require('zlib');
const { promisify } = require('util');

const attempt = (work) => {
  try {
    return work();
  } catch (error) {
    return `${error.name} ${error.code} ${error.errno}: ${error.message}`;
  }
};
const later = (work) => new Promise((resolve) => work((error, value) => resolve(error ? `${error.code}: ${error.message}` : value.toString())));
const big = 'hello world '.repeat(1000);
const pairs = [['gzip', 'gunzip'], ['deflate', 'inflate'], ['deflateRaw', 'inflateRaw']];
const dictionary = Buffer.from('hello');

/** Each byte of the header and the trailer changed. */
function damaged() {
  const whole = zlib.gzipSync('hello');
  return [0, 1, 2, 3, -8, -7, -6, -5, -4, -3, -2, -1].map((at) => {
    const data = Buffer.from(whole);
    data[at < 0 ? data.length + at : at] ^= 0x41;
    return [at, attempt(() => zlib.gunzipSync(data).toString())];
  });
}

function throughStream(stream, ...chunks) {
  return new Promise((resolve) => {
    const parts = [];
    stream.on('data', (part) => parts.push(part));
    stream.on('end', () => resolve(Buffer.concat(parts).toString()));
    stream.on('error', (error) => resolve(`${error.code} ${error.errno}: ${error.message}`));
    for (const chunk of chunks) stream.write(chunk);
    stream.end();
  });
}

exports.run = async () => ({
  pairs: await Promise.all(
    pairs.map(async ([pack, unpack]) => {
      const packed = zlib[pack + 'Sync'](big);
      const back = zlib[unpack + 'Sync'];
      return [
        pack,
        packed.length < big.length / 10,
        back(packed).toString() === big,
        attempt(() => zlib.unzipSync(packed).length),
        await later((done) => zlib[pack]('x', (error, data) => zlib[unpack](data, done))),
        (await promisify(zlib[unpack])(await promisify(zlib[pack])('promised', { level: 9 }))).toString(),
        await later((done) => zlib[unpack](Buffer.from('nope'), done)),
        attempt(() => back(Buffer.from('nope'))),
        attempt(() => back(packed.subarray(0, 20))),
        attempt(() => back(packed.subarray(0, 30), { finishFlush: zlib.constants.Z_SYNC_FLUSH }).toString()),
        attempt(() => back(packed, { maxOutputLength: 10 })),
        attempt(() => back(packed, { maxOutputLength: big.length }).length),
        attempt(() => back(Buffer.alloc(0))),
        attempt(() => back(zlib[pack + 'Sync'](big, { dictionary }), { dictionary }).length),
        attempt(() => back(zlib[pack + 'Sync'](Buffer.alloc(0))).length),
      ];
    }),
  ),
  levels: [-1, 0, 1, 6, 9].map((level) => zlib.inflateSync(zlib.deflateSync(big, { level })).length),
  strategies: [0, 1, 2, 3, 4].map((strategy) => zlib.inflateSync(zlib.deflateSync(big, { strategy })).length),
  missingDictionary: attempt(() => zlib.inflateSync(zlib.deflateSync('hello', { dictionary }))),
  wrongDictionary: attempt(() => zlib.inflateSync(zlib.deflateSync('hello', { dictionary }), { dictionary: Buffer.from('other') })),
  header: zlib.gzipSync('a').subarray(0, 10).toString('hex'),
  ofOthers: [
    // With a name, a comment, extra data and a checksum of the header, as other programs write.
    zlib.gunzipSync(Buffer.from('1f8b080000000000000ccb48cdc9c9070086a6103605000000', 'hex')).toString(),
    attempt(() => zlib.gunzipSync(Buffer.from('1f8b08080000000000036e616d6500cb48cdc9c9070086a6103605000000', 'hex')).toString()),
    attempt(() => zlib.gunzipSync(Buffer.from('1f8b081c0000000000030200414266006300cb48cdc9c9070086a6103605000000', 'hex')).toString()),
  ].slice(1),
  members: zlib.gunzipSync(Buffer.concat([zlib.gzipSync('a'), zlib.gzipSync('b'), Buffer.alloc(5)])).toString(),
  junk: attempt(() => zlib.gunzipSync(Buffer.concat([zlib.gzipSync('a'), Buffer.from('junk')])).toString()),
  damaged: damaged(),
  inputs: ['text', new Uint8Array([1, 2]), new DataView(new ArrayBuffer(3)), new ArrayBuffer(4)].map((input) => zlib.gunzipSync(zlib.gzipSync(input)).length),
  brotli: [
    zlib.brotliDecompressSync(Buffer.from('CwKAaGVsbG8D', 'base64')).toString(),
    await later((done) => zlib.brotliDecompress(Buffer.from('CwKAaGVsbG8D', 'base64'), done)),
    await throughStream(zlib.createBrotliDecompress(), Buffer.from('CwKA', 'base64'), Buffer.from('aGVsbG8D', 'base64')),
    attempt(() => zlib.brotliDecompressSync(Buffer.from('nope'))).slice(0, 9),
    attempt(() => zlib.brotliDecompressSync(Buffer.from('CwKAaGVsbG8D', 'base64'), { maxOutputLength: 3 })),
  ],
  crc32: [zlib.crc32('hello'), zlib.crc32(Buffer.from('world'), zlib.crc32('hello')), zlib.crc32('')],
  streams: [
    await throughStream(zlib.createGunzip(), ...Array.from(zlib.gzipSync('byte by byte'), (byte) => Buffer.from([byte]))),
    await throughStream(zlib.createUnzip(), zlib.deflateSync('unzipped')),
    await throughStream(zlib.createInflate(), 'nope'),
    await throughStream(zlib.createGunzip(), zlib.gzipSync('cut').subarray(0, 12)),
    await throughStream(zlib.createGunzip({ finishFlush: zlib.constants.Z_SYNC_FLUSH }), zlib.gzipSync('cut').subarray(0, 18)),
    await throughStream(new zlib.Gunzip(), zlib.gzipSync('new')),
    await throughStream(zlib.InflateRaw(), zlib.deflateRawSync('called')),
    await throughStream(zlib.createGzip().pipe(zlib.createGunzip())),
    await new Promise((resolve) => {
      const gzip = zlib.createGzip();
      const parts = [];
      gzip.pipe(zlib.createGunzip()).on('data', (part) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts).toString()));
      gzip.end('piped');
    }),
  ],
  isStream: [zlib.createGunzip() instanceof zlib.Gunzip, zlib.createGunzip() instanceof require('stream').Transform],
  constants: [zlib.Z_SYNC_FLUSH, zlib.constants.Z_BEST_COMPRESSION, zlib.constants.BROTLI_OPERATION_FLUSH, zlib.codes.Z_DATA_ERROR, zlib.codes['-5']],
  errors: [
    () => zlib.gzipSync(5),
    () => zlib.gzipSync(),
    () => zlib.gzipSync('a', { level: 77 }),
    () => zlib.gzipSync('a', { strategy: 9 }),
    () => zlib.gunzipSync(5),
    () => zlib.gzip('a'),
    () => zlib.crc32(5),
  ].map(attempt),
});
