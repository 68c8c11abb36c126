throw Object.assign(new RangeError('mine'), { mine: true });
