exports.onTest = class {};
