module.exports = {
  prefix: 'method ',
  async onTest(event, api) {
    api.emit(this.prefix + typeof api);
  },
};
