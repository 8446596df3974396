/** Letters of other scripts that look Latin, each followed by what it looks like. */
const lookalikes = new Map(
  (
    'аaеeоoрpсcуyхxіiјjѕsԁdһhқkгrкkмmтtвbнhиuпnӏlԛqԝw' +
    'АAВBЕEКKМMНHОOРPСCТTХXУYІIЈJЅSҮYԚQԜW' +
    'αaεeοoρpυuνvικτtγyηnωwκkιiχxσoβb' +
    'ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX' +
    'ıiȷjɑaɡgʟlɩiʋvօoհhոnսuցgքfԍg'
  )
    .match(/../gu)
    ?.map(pair => [pair[0], pair[1]] as const),
);

/** A character as it is read: look-alikes and wide forms as Latin, accents and marks left out. */
export function foldCharacter(point: number): string {
  if (point < 0x80) return String.fromCharCode(point);
  if (!(point <= 0x10ffff)) return '';
  const character = String.fromCodePoint(point);
  const known = lookalikes.get(character);
  if (known) return known;
  if (/\p{M}/u.test(character)) return '';
  const simple = character.normalize('NFKD').replace(/\p{M}/gu, '');
  const [first = character] = simple;
  return (
    lookalikes.get(first) ?? (/^[ -~]+$/.test(simple) ? simple : character)
  );
}
