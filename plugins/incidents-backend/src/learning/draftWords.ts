import type { Language } from './Language';

/** What a draft says in its own words, in one language. Spans are texts such as `1 h 5 min`. */
export interface DraftWords {
  lasted(span: string): string;
  notOver: string;
  affected(entities: string): string;
  nothingAffected: string;
  roles: Record<string, string>;
  minutes(minutes: string, of: string | undefined): string;
  notMeasured: string;
  noAlertToldHint: string;
  firstAlert(title: string, adapter: string, span: string, at: string): string;
  kinds: Record<string, string>;
  nothingRecorded: string;
  likelyOrigin(entity: string, confidence: string): string;
  confidences: Record<string, string>;
  whatCause: string;
  mitigation(text: string): string;
  detectedWithin(span: string): string;
  acknowledgedAfter(span: string): string;
  overWithin(span: string): string;
  again: string;
  noAlertTold: string;
  tookToDetect(span: string): string;
  nobodyAcknowledged: string;
  tookToAcknowledge(span: string): string;
  escalated(times: number): string;
  cameBack(times: number): string;
  undelivered(n: number): string;
  worse: string;
  lessons: string;
  queries: string;
}

const english: DraftWords = {
  lasted: span => `It lasted ${span}.`,
  notOver: 'It is not over.',
  affected: entities => `Affected: ${entities}.`,
  nothingAffected: 'No entity of the catalog was named.',
  roles: {},
  minutes: (minutes, of) =>
    `${minutes} minutes of error budget${of === undefined ? '' : ` of ${of}`}`,
  notMeasured: 'No objective of these entities was measured.',
  noAlertToldHint: 'No alert told of it. Which one should have?',
  firstAlert: (title, adapter, span, at) =>
    `${title} (${adapter}) was the first alert, ${span} after the first symptom, at ${at}.`,
  kinds: {},
  nothingRecorded: 'Nothing was recorded.',
  likelyOrigin: (entity, confidence) =>
    `Not confirmed by anybody. The likely origin is ${entity} (${confidence} confidence):`,
  confidences: {},
  whatCause: 'What was the cause, and the cause of that?',
  mitigation: text => `Mitigation: ${text}`,
  detectedWithin: span => `It was detected within ${span}.`,
  acknowledgedAfter: span =>
    `It was acknowledged ${span} after the first alert.`,
  overWithin: span => `It was over within ${span}.`,
  again: 'What should we do again?',
  noAlertTold: 'No alert told of it.',
  tookToDetect: span => `It took ${span} to detect.`,
  nobodyAcknowledged: 'Nobody acknowledged it.',
  tookToAcknowledge: span => `It took ${span} until somebody acknowledged it.`,
  escalated: n => `It was escalated ${n === 1 ? 'once' : `${n} times`}.`,
  cameBack: n => `It came back ${n === 1 ? 'once' : `${n} times`}.`,
  undelivered: n => `Notifications that could not be delivered: ${n}.`,
  worse: 'What made it worse, or longer?',
  lessons: 'What do we know now that we did not know before?',
  queries: 'Which queries and dashboards showed it?',
};

const spanish: DraftWords = {
  lasted: span => `Duró ${span}.`,
  notOver: 'No ha terminado.',
  affected: entities => `Afectados: ${entities}.`,
  nothingAffected: 'No se nombró ninguna entidad del catálogo.',
  roles: { origin: 'origen', affected: 'afectado', symptom: 'síntoma' },
  minutes: (minutes, of) =>
    `${minutes} minutos de presupuesto de error${
      of === undefined ? '' : ` de ${of}`
    }`,
  notMeasured: 'No se midió ningún objetivo de estas entidades.',
  noAlertToldHint: 'Ninguna alerta avisó. ¿Cuál debería haberlo hecho?',
  firstAlert: (title, adapter, span, at) =>
    `${title} (${adapter}) fue la primera alerta, ${span} después del primer síntoma, a las ${at}.`,
  kinds: {
    alert: 'alerta',
    change: 'cambio',
    note: 'nota',
    decision: 'decisión',
    status: 'estado',
    severity: 'gravedad',
    role: 'función',
    action: 'acción',
    notification: 'aviso',
    link: 'enlace',
    entity: 'entidad',
    'follow-up': 'seguimiento',
  },
  nothingRecorded: 'No se registró nada.',
  likelyOrigin: (entity, confidence) =>
    `Nadie lo ha confirmado. El origen probable es ${entity} (confianza ${confidence}):`,
  confidences: { high: 'alta', medium: 'media', low: 'baja' },
  whatCause: '¿Cuál fue la causa, y la causa de esa causa?',
  mitigation: text => `Mitigación: ${text}`,
  detectedWithin: span => `Se detectó en ${span}.`,
  acknowledgedAfter: span =>
    `Se confirmó ${span} después de la primera alerta.`,
  overWithin: span => `Terminó en ${span}.`,
  again: '¿Qué deberíamos volver a hacer?',
  noAlertTold: 'Ninguna alerta avisó.',
  tookToDetect: span => `Se tardó ${span} en detectarlo.`,
  nobodyAcknowledged: 'Nadie lo confirmó.',
  tookToAcknowledge: span => `Pasaron ${span} hasta que alguien lo confirmó.`,
  escalated: n => `Se escaló ${n === 1 ? 'una vez' : `${n} veces`}.`,
  cameBack: n => `Volvió ${n === 1 ? 'una vez' : `${n} veces`}.`,
  undelivered: n => `Avisos que no se pudieron entregar: ${n}.`,
  worse: '¿Qué lo empeoró o lo alargó?',
  lessons: '¿Qué sabemos ahora que no sabíamos antes?',
  queries: '¿Qué consultas y paneles lo mostraban?',
};

export const draftWords: Record<Language, DraftWords> = {
  en: english,
  es: spanish,
};
