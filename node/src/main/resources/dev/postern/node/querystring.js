// Node's querystring on the package querystring-es3, which lacks the two for single texts.

function unescape(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

module.exports = { ...require('./node_modules/querystring-es3/index.js'), escape: encodeURIComponent, unescape };
