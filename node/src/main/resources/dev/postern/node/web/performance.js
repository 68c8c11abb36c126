// performance: a clock in whole milliseconds, so that it tells nothing of what else runs here, and that never goes back.

const { tag } = require('./interface.js');

const timeOrigin = Date.now();
let last = 0;

class Performance {
  get timeOrigin() {
    return timeOrigin;
  }

  now() {
    return (last = Math.max(last, Date.now() - timeOrigin));
  }

  toJSON() {
    return { timeOrigin };
  }
}
tag(Performance, 'Performance');

module.exports = { Performance, performance: new Performance() };
