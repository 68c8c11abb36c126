exports.onExecutePostUserRegistration = async (event) => {
  await fetch(`http://localhost:8181/told?registered=${event.user.username}`);
};
