exports.onTest = async (event, api) => {
  const { value, names } = await import(
    'data:text/javascript,export%20const%20value%20=%206%20*%207;%20export%20const%20names%20=%20[typeof%20require,%20typeof%20Java,%20typeof%20globalThis];'
  );
  api.emit([value, names]);
};
