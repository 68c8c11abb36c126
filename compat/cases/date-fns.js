const { addDays, differenceInDays, format, formatDistance, formatISO, isAfter, isValid, parse, parseISO, startOfMonth, intervalToDuration, eachDayOfInterval } = require('date-fns');
const { de } = require('date-fns/locale');

exports.run = async () => {
  const date = new Date(2024, 1, 29, 12, 34, 56);
  return {
    formats: ['yyyy-MM-dd HH:mm:ss', 'EEEE, do MMMM yyyy', 'PPPP', "'week' w"].map((pattern) => format(date, pattern)),
    german: format(date, 'PPPP', { locale: de }),
    added: format(addDays(date, 1), 'yyyy-MM-dd'),
    days: differenceInDays(new Date(2024, 2, 10), date),
    distance: formatDistance(new Date(2024, 1, 1), date, { addSuffix: true }),
    parsed: [parse('31.12.2023', 'dd.MM.yyyy', new Date(0)).getFullYear(), isValid(parse('x', 'dd.MM.yyyy', new Date(0)))],
    iso: [parseISO('2024-01-02T03:04:05Z').getTime(), formatISO(date, { representation: 'date' })],
    month: format(startOfMonth(date), 'd'),
    after: isAfter(date, new Date(0)),
    duration: intervalToDuration({ start: new Date(2024, 0, 1), end: new Date(2024, 1, 2, 3) }),
    each: eachDayOfInterval({ start: new Date(2024, 1, 28), end: new Date(2024, 2, 1) }).map((day) => day.getDate()),
    failure: (() => {
      try {
        return format(new Date(NaN), 'P');
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    })(),
  };
};
