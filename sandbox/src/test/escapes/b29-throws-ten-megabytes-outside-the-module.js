// expect: threw
});
throw new Error('m'.repeat(10000000));
(function () {
