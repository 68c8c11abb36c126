// semantics 8: the exports have to be an object
module.exports = 'onExecutePostLogin';
