class Checker {
  check(user) {
    return this.#rule(user);
  }
  #rule(user) {
    return [user].map((u) => u.email.toLowerCase());
  }
}
function outer(user) {
  return new Checker().check(user);
}
exports.onTest = async (event) => {
  outer(event.user);
};
