const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

async function later() {
  await pause();
  throw new TypeError('later');
}

exports.onTest = async () => {
  await later();
};
