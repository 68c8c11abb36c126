// attack: 72 a script run from the command line that looks at the machine
// expect: completed
// scenario: untrusted-folder
exports.onExecutePostLogin = async (event, api) => {
  if (Object.keys(process.env).length > 0 || process.argv.some((text) => /java|\.jar/.test(text))) throw new Error('sees the process');
  for (const url of ['http://127.0.0.1:1/', 'http://169.254.169.254/', 'file:///etc/passwd']) {
    try {
      await fetch(url);
      throw new Error('SENT');
    } catch (error) {
      if (error.message === 'SENT') throw error;
    }
  }
  const os = require('os');
  if (/\/(root|home)\//.test(JSON.stringify([os.homedir(), os.tmpdir(), os.hostname()]))) throw new Error('sees the home');
};
