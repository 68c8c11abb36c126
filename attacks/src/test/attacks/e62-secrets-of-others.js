// attack: 62 looks for the secrets of another Action and another tenant
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  if (JSON.stringify(Object.keys(event.secrets)) !== '["TOKEN"]') throw new Error('others');
  for (const name of ['other', 'canary', '../other', '__proto__', '']) {
    try {
      const module = require('actions:' + name);
      throw new Error('LOADED ' + Object.keys(module));
    } catch (error) {
      if (/^LOADED/.test(error.message)) throw error;
    }
  }
  if (Object.values(process.env).length > 0) throw new Error('env');
};
