// attack: 65 throws before it has exported anything
// expect: action_threw
throw new Error('own');
