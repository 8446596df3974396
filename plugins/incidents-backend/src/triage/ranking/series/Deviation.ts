import type { SeriesFact } from '../facts/Facts';
import type { MetricKind, Nature } from './kinds';

/** How a series is during an incident against how it was before. */
export interface Deviation {
  series: SeriesFact;
  kind: MetricKind;
  nature: Nature;
  /** 1 for a rise, -1 for a fall. */
  direction: 1 | -1;
  /** Whether that is the direction of trouble. */
  isBad: boolean;
  before: number;
  /** The level of the window that differs most. */
  during: number;
  /** The difference in standard deviations of single values. */
  sigmas: number;
  /** The difference in units of what windows of that length differed before. */
  excess: number;
  /** The difference against the level before, 0 to 1. */
  size: number;
  /** 0 to 1: unusual and of a size that matters. */
  strength: number;
  /** The strength that remains when what more traffic explains is taken away. */
  weighed?: number;
  /** Share of the incident that it lasts. */
  lasts: number;
  /** When it began, epoch milliseconds. */
  began: number;
  /** It is no longer reported. */
  isGone?: boolean;
  isRate: boolean;
}
