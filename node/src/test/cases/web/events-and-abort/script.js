const told = (work) => { try { return work(); } catch (error) { return [error.name, error.code ?? null]; } };

exports.run = async () => {
  const log = [];
  const target = new EventTarget();
  const object = { handleEvent(event) { log.push(['object', event.type, this === object]); } };
  const once = (event) => log.push(['once', event.target === target, event.currentTarget === target, event.eventPhase]);
  target.addEventListener('a', once, { once: true });
  target.addEventListener('a', once, { once: true });
  target.addEventListener('a', object);
  target.addEventListener('a', (event) => { event.stopImmediatePropagation(); log.push(['stopped']); });
  target.addEventListener('a', () => log.push(['never']));
  const first = new Event('a', { cancelable: true });
  log.push(target.dispatchEvent(first), target.dispatchEvent(new Event('a')), first.currentTarget, first.eventPhase, first.target === target);
  target.addEventListener('b', (event) => event.preventDefault());
  const controller = new AbortController();
  target.addEventListener('d', () => log.push('d'), { signal: controller.signal });
  target.dispatchEvent(new Event('d'));
  controller.abort('why');
  controller.abort('again');
  target.dispatchEvent(new Event('d'));
  const custom = new CustomEvent('c', { detail: { x: 1 } });
  const timeout = AbortSignal.timeout(5);
  const any = AbortSignal.any([new AbortController().signal, timeout]);
  const reasons = [];
  const hold = setTimeout(() => {}, 5000); // the timeout of a signal holds nothing
  any.onabort = function (event) { reasons.push(event.type, this === any); };
  await new Promise((resolve) => any.addEventListener('abort', resolve));
  clearTimeout(hold);
  return {
    log,
    prevented: [target.dispatchEvent(new Event('b')), target.dispatchEvent(new Event('b', { cancelable: true }))],
    custom: [custom.detail, custom.type, custom instanceof Event, Object.prototype.toString.call(custom)],
    aborted: [controller.signal.aborted, controller.signal.reason, AbortSignal.abort().reason.name, AbortSignal.abort().reason.code, AbortSignal.abort(7).reason],
    timeout: [timeout.aborted, timeout.reason.name, timeout.reason.code, any.aborted, any.reason === timeout.reason, reasons],
    thrown: told(() => AbortSignal.abort(new RangeError('r')).throwIfAborted()),
    refused: [() => new Event(), () => new AbortSignal(), () => target.dispatchEvent({}), () => target.addEventListener('x'), () => target.addEventListener('x', 1)].map(told),
    any: [AbortSignal.any([]).aborted, AbortSignal.any([AbortSignal.abort(3)]).reason],
    exception: [new DOMException('m', 'DataCloneError').code, new DOMException('m').name, new DOMException() instanceof Error, DOMException.ABORT_ERR, `${new DOMException('m', 'AbortError')}`],
  };
};
