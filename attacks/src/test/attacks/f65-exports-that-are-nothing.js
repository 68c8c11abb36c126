// attack: 65 exports nothing at all
// expect: module_invalid
module.exports = null;
