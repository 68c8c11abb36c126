exports.onTest = async () => {};
});
throw new TypeError('outside');
(function () {
