import './throws.js';
export default 1;
