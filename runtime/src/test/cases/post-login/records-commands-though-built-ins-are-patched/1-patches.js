// semantics 13: what an Action does to JSON and to prototypes does not turn its denial into a login
exports.onExecutePostLogin = async (event, api) => {
  JSON.stringify = () => '{"commands":[]}';
  JSON.parse = () => ({});
  Array.prototype.push = () => 0;
  Array.prototype.join = () => '';
  Array.prototype.toString = () => '';
  String.prototype.trim = () => '';
  Promise.prototype.then = () => {};
  RegExp.prototype.test = () => true;
  Array.isArray = () => false;
  Object.keys = () => [];
  Reflect.apply = () => undefined;
  Function.prototype.call = () => undefined;
  Function.prototype.apply = () => undefined;
  globalThis.String = () => '';
  globalThis.Promise = undefined;
  api.user.setAppMetadata('list', [1, { two: 2 }]);
  api.access.deny('patched');
};
