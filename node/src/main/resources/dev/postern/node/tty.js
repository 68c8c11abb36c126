// No terminal is anywhere near.

exports.isatty = () => false;
