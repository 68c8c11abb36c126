const { CloudEvent, HTTP, emitterFor, httpTransport, Mode, ValidationError } = require('cloudevents');

exports.run = async (base) => {
  const event = new CloudEvent({
    id: 'event-1',
    time: '2024-01-02T03:04:05.000Z',
    type: 'example.acme.login',
    source: '/tenants/acme',
    data: { user: 'Ann' },
    acmeextension: 'x',
  });
  const binary = HTTP.binary(event);
  const structured = HTTP.structured(event);
  const back = HTTP.toEvent(binary);
  const emit = emitterFor(httpTransport(`${base}/events`), { mode: Mode.BINARY });
  const answer = await emit(event);
  let failure;
  try {
    new CloudEvent({ type: '', source: '/x' });
  } catch (error) {
    failure = { name: error.name, message: error.message, isOurs: error instanceof ValidationError, count: error.errors?.length };
  }
  return {
    event: event.toJSON(),
    binary,
    structured: JSON.parse(structured.body),
    back: [back.id, back.type, back.data, back.time],
    changed: event.cloneWith({ type: 'example.acme.logout' }).type,
    isEvent: [HTTP.isEvent(binary), HTTP.isEvent({ headers: {}, body: '' })],
    answer: JSON.parse(answer.body),
    hasId: new CloudEvent({ type: 't', source: '/s' }).id.length,
    failure,
  };
};
