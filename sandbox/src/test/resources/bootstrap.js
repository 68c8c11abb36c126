// The smallest bootstrap: the handler gets the input, and an api that collects what it emits and calls the host.
(function (kit) {
  const { stringify } = JSON;
  return (input) => {
    const out = [];
    const api = {
      emit(value) {
        out[out.length] = value;
      },
      call(name, argument) {
        return kit.call(name, argument);
      },
    };
    return { args: [input, api], finish: () => stringify(out) };
  };
});
