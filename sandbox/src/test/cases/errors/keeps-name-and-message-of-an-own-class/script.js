class ConsentError extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = 'ConsentError';
  }
}

exports.onTest = async () => {
  throw new ConsentError('consent is missing', { cause: new Error('inner') });
};
