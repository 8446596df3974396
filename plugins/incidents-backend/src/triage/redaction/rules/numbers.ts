import type { Span } from '../spans';
import { ibanLengths } from './ibanLengths';
import { matchesOf } from '../matchesOf';

const digits = /(?<![\d.,:+-])\d(?:[ -]?\d){12,18}(?![\d]|[.,]\d)/g;
const iban = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}/gi;
const international =
  /(?<![\w.:+-])(?:\+[1-9]|00[1-9]\d{0,2}[ .-])(?:[ .()/-]{0,2}\d){7,14}(?![\d]|\.\d)/g;
const american =
  /(?<![\w.:-])(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-.]\d{4}(?![\w-])/g;
const telling =
  /\b(?:phone|mobile|telephone|tel|cell|fax|msisdn|sms|whatsapp)(?:[_-]?(?:number|no|nr))?["']?[ \t]{0,4}[:=][ \t]{0,4}["']?([+(]?\d(?:[ .()/-]{0,2}\d){5,14})/gi;
const idLike =
  /(?:trace|span|request|correlation|event|order|message|transaction|session|dd|parent|root)[._-]?(?:id|no|number)["']?[ \t]*[:=#]?[ \t]*["']?$|\bid["']?[ \t]*[:=]["' ]*$/i;

/** No account has fewer digits, and no card or phone. */
const twoDigits = /\d\d/;
const sixDigits = /\d(?:\D*\d){5}/;

/** Numbers of cards, accounts and phones. */
export function findNumbers(text: string): Span[] {
  if (!twoDigits.test(text)) return [];
  const spans: Span[] = [];
  const add = (from: number, text_: string, kind: Span['kind']) =>
    spans.push({
      from,
      to: from + text_.length,
      kind,
      value: text_.replace(/[^\dA-Za-z+]/g, '').toUpperCase(),
    });
  const isLong = sixDigits.test(text);
  for (const { index, 0: found } of isLong ? matchesOf(text, digits) : []) {
    const before = text.slice(Math.max(0, index - 40), index);
    if (isCard(found.replace(/\D/g, '')) && !idLike.test(before))
      add(index, found, 'card');
  }
  for (const { index, 0: found } of matchesOf(text, iban)) {
    const account = ibanIn(found);
    if (account) add(index, account, 'iban');
  }
  if (!isLong) return spans;
  for (const pattern of [international, american])
    for (const { index, 0: found } of matchesOf(text, pattern))
      add(index, found, 'phone');
  for (const found of matchesOf(text, telling))
    add(found.index + found[0].length - found[1].length, found[1], 'phone');
  return spans;
}

/** Luhn's sum, and the first digits and lengths that issuers have. */
function isCard(number: string): boolean {
  if (
    !/^(?:4\d{12}(?:\d{3}|\d{6})?|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3[0689]\d{12}|6(?:011|4[4-9]|5)\d{12,13}|62\d{14,17}|35\d{14}|5[0678]\d{11,17})$/.test(
      number,
    )
  )
    return false;
  let sum = 0;
  for (let at = number.length - 1, place = 0; at >= 0; at--, place++) {
    const digit = Number(number[at]);
    const twice = place % 2 ? digit * 2 : digit;
    sum += twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0;
}

/** As much of it as its country says, if the sum is right. */
function ibanIn(found: string): string | undefined {
  const length = ibanLengths[found.slice(0, 2).toUpperCase()];
  if (!length) return undefined;
  let end = 0;
  for (let seen = 0; end < found.length && seen < length; end++)
    if (/[A-Z0-9]/i.test(found[end])) seen += 1;
  const account = found.slice(0, end);
  const compact = account.replace(/[ -]/g, '').toUpperCase();
  if (compact.length !== length) return undefined;
  let rest = 0;
  for (const character of compact.slice(4) + compact.slice(0, 4)) {
    const value = parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1 ? account : undefined;
}
