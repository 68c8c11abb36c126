// semantics 24, 29: Duo offers the factors on its own page; its key is shown nowhere
exports.onExecutePostLogin = async (event, api) => {
  const { DUO_KEY: skey } = event.secrets;
  api.multifactor.enable('duo', { providerOptions: { host: 'api-1.duosecurity.com', ikey: 'DIX', skey } });
};
