throw new RangeError('mine');
