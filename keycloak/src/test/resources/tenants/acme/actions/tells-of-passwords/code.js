exports.onExecutePostChangePassword = async (event) => {
  await fetch(`http://localhost:8181/told?changed=${event.user.username}`);
};
