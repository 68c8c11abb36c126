// semantics 15: the id is a text of 1 to 255 characters; the last call counts
exports.onExecutePreUserRegistration = async (event, api) => {
  for (const id of ['', 'i'.repeat(256), 7, null, undefined]) {
    try {
      api.user.setUserId(id);
    } catch (error) {
      console.log(error.name);
    }
  }
  api.user.setUserId('first').user.setUserId('i'.repeat(255));
};
