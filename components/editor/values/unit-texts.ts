/** Units that the engine gives to computed values, as they stand behind a number field. */
export const unitTexts: Readonly<Record<string, { zh: string; en: string }>> = {
  days: { zh: '天', en: 'days' },
  points: { zh: '分', en: 'points' },
  times: { zh: '次', en: 'times' },
  pieces: { zh: '件', en: 'pieces' },
  hours: { zh: '小时', en: 'hours' },
  minutes: { zh: '分钟', en: 'minutes' },
  years: { zh: '岁', en: 'years' },
};
