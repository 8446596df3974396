const byLength: Record<number, string> = {
  15: 'NO',
  16: 'BE',
  18: 'DK FO FI GL NL SD',
  19: 'MK SI',
  20: 'AT BA EE KZ XK LT LU MN',
  21: 'HR LV LI CH',
  22: 'BH BG CR GE DE IE ME RS GB VA',
  23: 'AE GI IL IQ OM SO TL',
  24: 'AD CZ MD PK RO SA SK ES SE TN VG',
  25: 'LY PT ST',
  26: 'IS TR',
  27: 'BI DJ FR GR IT MC MR SM',
  28: 'AL AZ BY CY DO GT HU LB NI PL SV',
  29: 'BR EG PS QA UA',
  30: 'JO KW MU YE',
  31: 'MT SC',
  32: 'LC',
  33: 'RU',
};

/** How many characters an IBAN of a country has (SWIFT's registry). */
export const ibanLengths: Record<string, number> = Object.fromEntries(
  Object.entries(byLength).flatMap(([length, countries]) =>
    countries.split(' ').map(country => [country, Number(length)]),
  ),
);
