// attack: 14 code nested too deep
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const bombs = ['['.repeat(50000), '('.repeat(50000), '!'.repeat(50000) + '1', '1+'.repeat(50000) + '1', '{'.repeat(50000)];
  bombs.push('if(0){}else '.repeat(20000) + ';', '`${'.repeat(20000), 'a=>'.repeat(20000) + '1', 'x?'.repeat(20000));
  for (const bomb of bombs) {
    try {
      new Function(bomb);
      if (bomb[0] === '[') throw new Error('went through');
    } catch (error) {
      if (!(error instanceof RangeError) && !(error instanceof SyntaxError)) throw error;
    }
  }
  new Function(Array.from({ length: 20000 }, (_, i) => 'a' + i).join(), 'return a1')();
};
