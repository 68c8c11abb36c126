module.exports = 'onTest';
