exports.onOther = async () => {};
