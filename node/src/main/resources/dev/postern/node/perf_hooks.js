// Node's name for the clock that is a global. Nothing is measured here, so observers hear nothing.

const { performance, Performance } = require('./web/performance.js');

class PerformanceEntry {}

class PerformanceObserver {
  static supportedEntryTypes = [];

  observe() {}

  disconnect() {}

  takeRecords() {
    return [];
  }
}

module.exports = { performance, Performance, PerformanceEntry, PerformanceObserver, constants: {} };
