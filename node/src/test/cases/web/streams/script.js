exports.run = async () => {
  const source = new ReadableStream({ start(c) { for (const one of ['a', 'b', 'c']) c.enqueue(one); c.close(); } });
  const upper = new TransformStream({ transform(chunk, c) { c.enqueue(chunk.toUpperCase()); } });
  const written = [];
  await source.pipeThrough(upper).pipeTo(new WritableStream({ write(chunk) { written.push(chunk); } }));
  const [one, two] = new ReadableStream({ start(c) { c.enqueue(1); c.close(); } }).tee();
  const reader = one.getReader();
  const failing = new ReadableStream({ start(c) { c.error(new RangeError('r')); } });
  return {
    written,
    tee: [await reader.read(), await reader.read(), one.locked, (await two.getReader().read()).value],
    failed: await failing.getReader().read().catch((error) => error.name),
    from: await (async () => { const all = []; for await (const x of ReadableStream.from([1, 2])) all.push(x); return all; })(),
  };
};
