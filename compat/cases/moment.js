const moment = require('moment');

exports.run = async () => {
  const time = moment.utc('2024-02-29T12:34:56.789Z');
  return {
    formats: ['YYYY-MM-DD HH:mm:ss.SSS', 'dddd, MMMM Do YYYY', 'LLLL', '[W]WW', 'x'].map((format) => time.format(format)),
    iso: [time.toISOString(), time.toJSON(), time.valueOf()],
    added: [time.clone().add(1, 'year').format(), time.clone().subtract(1, 'month').endOf('month').format()],
    difference: [time.diff(moment.utc('2024-01-01'), 'days'), moment.utc('2024-01-01').from(time)],
    compared: [time.isBefore('2024-03-01'), time.isBetween('2024-01-01', '2025-01-01'), time.isSame('2024-02-01', 'month')],
    parsed: [moment.utc('31.12.2023 23:59', 'DD.MM.YYYY HH:mm', true).format(), moment.utc('2024-13-01', 'YYYY-MM-DD', true).isValid()],
    duration: [moment.duration(90, 'minutes').humanize(), moment.duration('PT1H30M').asSeconds()],
    offset: moment.parseZone('2024-01-02T03:04:05+02:00').utcOffset(),
    locale: moment.utc('2024-05-01').locale('de').format('LL'),
    calendar: [time.week(), time.dayOfYear(), time.isLeapYear(), time.daysInMonth()],
  };
};
