// attack: 40 imports code that stands in the address
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const { own } = await import('data:text/javascript,' + encodeURIComponent('export const own = [typeof Java, typeof Polyglot, typeof require, typeof kit, globalThis, Object.keys(import.meta).length];'));
  if (own[0] !== 'undefined' || own[1] !== 'undefined' || own[3] !== 'undefined') throw new Error('reaches the host');
  if (own[4] !== globalThis) throw new Error('another global');
  for (const code of ['import fs from "fs"', 'import "file:///etc/passwd"', 'import "http://127.0.0.1/"', 'import "../../x.js"', 'export * from "postern:driver"']) {
    try {
      await import('data:text/javascript,' + encodeURIComponent(code));
    } catch (error) {
      if (!(error instanceof Error) || /java\.|org\.graal|\/(root|home|work)\b/.test(error + error.stack)) throw new Error(String(error));
      continue;
    }
    throw new Error('loaded ' + code);
  }
};
