// The older way to take URLs apart, and the newer one by its globals.

module.exports = {
  ...require('./node_modules/url/url.js'),
  get URL() {
    return globalThis.URL;
  },
  get URLSearchParams() {
    return globalThis.URLSearchParams;
  },
};
