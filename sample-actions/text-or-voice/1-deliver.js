// Sends texts; calls only where somebody is on duty, and lets the others be tried again.
exports.onExecuteCustomPhoneProvider = async (event, api) => {
  const { delivery_method, recipient, as_text, as_voice } = event.notification;
  if (delivery_method === 'text') {
    console.log(`text to ${recipient.slice(0, 6)}…: ${as_text.length} characters`);
  } else if (new Date().getUTCHours() < 6) {
    console.log(`call to ${recipient.slice(0, 6)}…: ${as_voice.length} characters`);
  } else {
    api.notification.retry('the voice gateway is busy during the day');
  }
};
