// attack: 29 throws ten megabytes outside the module
// expect: action_threw
});
throw new Error('m'.repeat(10000000));
(function () {
