exports.onTest = { then: 'no' };
