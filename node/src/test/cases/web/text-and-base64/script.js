const told = (work) => { try { return work(); } catch (error) { return [error.name, error.code ?? null]; } };

exports.run = async () => {
  const decoder = new TextDecoder();
  return {
    encoded: [...new TextEncoder().encode('aé€😀\ud800')],
    into: (() => { const bytes = new Uint8Array(4); return [new TextEncoder().encodeInto('aé€', bytes), [...bytes]]; })(),
    decoded: [new TextDecoder().decode(Uint8Array.of(0xef, 0xbb, 0xbf, 65, 0xff)), new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.of(0xef, 0xbb, 0xbf)).length, new TextDecoder('utf-16le').decode(Uint8Array.of(65, 0)), new TextDecoder('UTF8').encoding, new TextDecoder().decode()],
    streamed: decoder.decode(Uint8Array.of(0xe2, 0x82), { stream: true }) + decoder.decode(Uint8Array.of(0xac)),
    fatal: told(() => new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.of(0xff)))[0],
    base64: [btoa('hello\xff'), atob(' aGVs bG8= '), atob('aGk'), btoa(''), atob('')],
    refused: [() => btoa('€'), () => atob('a'), () => atob('a*bc'), () => atob('ab=c'), () => btoa(), () => new TextDecoder('nope')].map(told).map((one) => one[0]),
    performance: [typeof performance.now(), performance.now() >= 0, Math.abs(performance.timeOrigin + performance.now() - Date.now()) < 1000],
    global: [global === globalThis, typeof queueMicrotask],
  };
};
