import { plainText } from './plainText';

/**
 * What a text says that speaks to whoever reads it with a program's eyes, rather than of what happened.
 * Known ways of saying it, in both languages; it marks records, it does not clear any.
 */
const orders: RegExp[] = [
  /\b(?:ignore|disregard|forget|override)\b.{0,30}\b(?:instructions?|rules?|prompts?|previous|above|prior|guidelines?|guardrails?|directives?|evidence|records)\b/,
  /\b(?:ignora|olvida|descarta)\w{0,3}\b.{0,30}\b(?:instrucciones|reglas|indicaciones|anterior(?:es)?|normas|pruebas|registros)\b/,
  /(?:^|[\s"'[{(<|*#])(?:system|assistant|developer|sistema|asistente)\s?(?:message|prompt|note|override|mensaje)?\s?[\])}>|*]*\s?:\s?[a-z]+ [a-z]/,
  /<\|?\/?(?:im_start|im_end|system|assistant|inst|tool_result|function_call|antml)/,
  /\[\/?(?:inst|system|assistant)\]/,
  /\b(?:you are|act as|pretend to be|eres|actua como|you're)\b.{0,20}\b(?:an? (?:ai|assistant|model)|un asistente|admin(?:istrator)? mode|dan|debug mode)\b/,
  /\b(?:ai|llm|claude|gpt|chatgpt|copilot|language model|assistant|triage|modelo de lenguaje|asistente)s?\b[\s,:;.-]{1,3}(?:\w+[:,]? ){0,4}(?:must|should|shall|please|ignore|conclude|report|answer|respond|reply|return|tell|propose|recommend|cite|run|call|write|say|debe|deben|concluye|responde|propon|recomienda|ejecuta|cita|escribe|di)\b/,
  /\b(?:instructions?|directives?|attention|note|notice|message|orden(?:es)?|instrucciones|aviso|mensaje|nota)\s+(?:for|to|para)\s+(?:the |any |el |la |los )?(?:ai|llm|claude|model|assistant|agent|analyst|triage|automation|bot|modelo|asistente|agente|analista)/,
  /\b(?:conclude|respond|reply|concluye|responde)\b.{0,30}\b(?:that|with|verdict|exactly|only|que|con|veredicto)\b/,
  /\b(?:say|report|answer|set|mark|declare|output|write|print|return|declara|marca|pon)\b.{0,20}\b(?:verdict|no[- ]fault|the root cause (?:is|as)|confidence|veredicto|sin fallo|la causa es)\b/,
  /\b(?:propose|recommend|pre-?approve|propon|recomienda)\b.{0,30}\b(?:actions?|tool|rollback|restart|scale|delete|drain|cordon|remediation|[a-z]+:[a-z-]+|acciones?|reinicio|borrado)\b/,
  /\b(?:append|include|embed|add|insert|attach|put|incluye|anade|inserta|pon)\b.{0,60}\b(?:your|the|tu|la|su)\s(?:answer|summary|report|output|response|analysis|headline|reply|respuesta|resumen|informe|analisis)\b/,
  /\b(?:exfiltrate|leak|send|post|upload|envia|manda)\b.{0,40}\b(?:secrets?|tokens?|passwords?|credentials?|api keys?|contrasenas?|secretos?|credenciales)\b.{0,20}\b(?:to|via|in|a|por)\b/,
  /\b(?:do not|don't|never|must not)\b.{0,20}\b(?:mention|cite|report this|tell|reveal|flag)\b/,
  /\bno\b.{0,5}\b(?:menciones|cites|informes|reveles|digas)\b/,
  /\b(?:cite|cita)\b.{0,20}\be\d+\b/,
  /\b(?:pre-?approved|already approved|no approval (?:is )?(?:needed|required)|without (?:human )?approval|aprobad[oa] de antemano|sin (?:pedir )?aprobacion)\b/,
  /\b(?:new|updated|real|actual|nuevas|verdaderas)\s(?:system )?(?:instructions?|rules|task|prompt|instrucciones|reglas|tarea)\b\s?[:=]/,
  /["']?(?:verdict|hypotheses|injections|runbookqueries|openquestions|tool_use|tool_result)["']\s?:\s?["'[{]/,
];

const squeezed =
  /(?:ignore|disregard|forget)(?:all|any|the|your|of|previous|prior|above|these)*(?:instructions|rules|prompt|guidelines)|(?:ignora|olvida)(?:todas|las|tus|estas)*(?:instrucciones|reglas)/;

/** Letters that look like Latin ones. Enough of them to read words, not to name entities. */
const lookalikes: Record<string, string> = Object.fromEntries(
  [
    ...'аaеeоoрpсcуyхxіiјjѕsԁdһhկkмmтtнhвbкkԛqԝwɡgαaοoιiνvτtρpκkηnυu'.matchAll(
      /(.)([a-z])/gu,
    ),
  ].map(([, from, to]) => [from, to]),
);

/** A text as somebody reads it: one case, no accents, Latin letters for those that look like them. */
export function asRead(text: string): string {
  return plainText(text, 20_000)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\P{ASCII}/gu, letter => lookalikes[letter] ?? letter);
}

/**
 * What of a text gives orders to whoever reads it: from where they begin, as it is read; empty when it
 * gives none.
 */
export function ordersIn(text: string): string {
  const plain = asRead(text);
  const starts = orders
    .map(pattern => plain.search(pattern))
    .filter(at => at >= 0);
  if (starts.length) return plain.slice(Math.min(...starts));
  // Letters set apart, and signs between them.
  return squeezed.test(plain.replace(/[^a-z]/g, '')) ? plain : '';
}

/** Whether a text gives orders to whoever reads it. */
export function givesOrders(text: string): boolean {
  return ordersIn(text) !== '';
}

const wordsOf = (plain: string) => plain.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether a text says again, four words in a row, what orders say. */
export function repeatsOrders(text: string, given: string[]): boolean {
  if (!given.length) return false;
  const words = wordsOf(asRead(text));
  const runs = words.slice(3).map((_, i) => words.slice(i, i + 4).join(' '));
  if (!runs.length && words.length > 1) runs.push(words.join(' '));
  return given.some(order => {
    const said = ` ${wordsOf(order).join(' ')} `;
    return runs.some(run => said.includes(` ${run} `));
  });
}
