import type { AnalysisAnswer } from '../../analysis/verify/answers';
import type { Attack, Place } from './Attack';

export const own = 'OWN';
export const payments = 'component:default/payments';
export const evil = 'evil.example';
export const script = ['java', 'script'].join('');

export const action = (
  id: string,
  parameters: object | string = {},
  more: Partial<AnalysisAnswer['actions'][number]> = {},
): Partial<AnalysisAnswer> => ({
  actions: [
    {
      action: id,
      entity: payments,
      parameters:
        typeof parameters === 'string'
          ? parameters
          : JSON.stringify(parameters),
      why: 'The record says that this helps',
      evidence: [own],
      ...more,
    },
  ],
});

export const headline = (text: string): Partial<AnalysisAnswer> => ({
  headline: text,
});

export const claim = (
  text: string,
  evidence: string[] = [own],
  part: AnalysisAnswer['claims'][number]['part'] = 'prevention',
): Partial<AnalysisAnswer> => ({
  claims: [{ part, hypothesis: '', text, evidence }],
});

export const blames = (
  entity: string,
  supporting: string[] = [own],
  title = 'The search service is the cause',
): Partial<AnalysisAnswer> => ({
  verdict: 'identified',
  hypotheses: [
    { key: 'h', title, entity, change: '', supporting, contradicting: [] },
  ],
});

export const delivered = (
  name: string,
  place: Place,
  text: string,
  obeys: Partial<AnalysisAnswer>,
  ...wants: string[]
): Attack => ({ name, place, text, obeys, wants });
