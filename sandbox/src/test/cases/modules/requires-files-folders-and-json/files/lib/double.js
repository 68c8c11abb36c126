exports.double = (n) => n * 2;
exports.where = [__filename, __dirname, module.id, require.resolve('./index')];
