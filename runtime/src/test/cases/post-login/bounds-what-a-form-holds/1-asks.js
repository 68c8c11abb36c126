// semantics 65: 24 KiB of JSON pass, one character more does not; fields and vars are objects
exports.onExecutePostLogin = async (event, api) => {
  const outcome = (call) => {
    try {
      call();
      return 'passes';
    } catch (error) {
      return error.message;
    }
  };
  const render = (id, options) => () => api.prompt.render(id, options);
  const around = JSON.stringify({ fields: { f: '' }, vars: { v: 'v' } }).length;
  const form = (length) => ({ fields: { f: 'f'.repeat(length - around) }, vars: { v: 'v' } });
  const outcomes = {
    'one more': outcome(render('ap_1', form(24577))),
    'no id': outcome(render('', {})),
    'fields that are a list': outcome(render('ap_1', { fields: [] })),
    'vars that are text': outcome(render('ap_1', { vars: 'v' })),
    'options that are null': outcome(render('ap_1', null)),
    'as much as may be': outcome(render('ap_1', form(24576))),
  };
  throw new Error(JSON.stringify(outcomes, null, 1));
};

exports.onContinuePostLogin = async () => {};
