// Node's http, as far as it asks and does not serve.

const { Writable } = require('stream');
const { ClientRequest } = require('./http/client-request.js');
const { checkName, checkValue } = require('./http/headers.js');
const { IncomingMessage } = require('./http/incoming-message.js');
const refusing = require('./unavailable.js');

module.exports = {
  ...require('./http/client.js')('http'),
  ClientRequest,
  IncomingMessage,
  OutgoingMessage: Writable,
  ServerResponse: refusing('http.ServerResponse'),
  METHODS: 'DELETE GET HEAD OPTIONS PATCH POST PUT'.split(' '),
  STATUS_CODES: require('./http/status-codes.js'),
  maxHeaderSize: 16384,
  validateHeaderName: checkName,
  validateHeaderValue: checkValue,
};
