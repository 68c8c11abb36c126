module.exports = { index: require('./double').where };
