const settings = { a: 1 };

settings.b.c = 2;
exports.onTest = async () => {};
