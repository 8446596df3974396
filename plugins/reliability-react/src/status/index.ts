export { STATUS_NAMES, TONE_COLOUR, toneOf } from './status';
export type { StatusName, Tone } from './status';
export { StatusCounts } from './StatusCounts';
export type { StatusCountsProps } from './StatusCounts';
export { StatusShape } from './StatusShape';
export { StatusWord } from './StatusWord';
export { ToneWord } from './ToneWord';
export type { StatusWordProps } from './StatusWord';
