export const local = 'local';
