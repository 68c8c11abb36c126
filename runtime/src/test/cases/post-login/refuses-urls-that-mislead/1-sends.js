// semantics 52: a URL must be an absolute http or https one, without a user in front of the host
exports.onExecutePostLogin = async (event, api) => {
  const urls = ['', '/path', 'example.com', 'javascript:alert(1)', 'ftp://example.com', 'https://', 'https:///x',
    'https://user@example.com', 'https://example.com:0', 'https://example.com:65536', 'https://exa mple.com', 'data:,x'];
  for (const url of urls) {
    try {
      api.redirect.sendUserTo(url);
      console.log('taken', url);
    } catch (error) {
      if (error.name !== 'Error' && error.name !== 'TypeError') throw error;
    }
  }
};
