exports.onTest = async (event, api) => {
  class User {
    #secret = 'hidden';
    name = 'Ann';
    get upper() {
      return this.name.toUpperCase();
    }
  }
  console.log(new User(), [new User()], User);
  class Empty {}
  console.log(new Empty());
};
