import fs from 'fs';
export const onTest = async () => {};
