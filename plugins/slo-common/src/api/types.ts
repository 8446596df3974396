import type { components } from '../generated/openapi';

/**
 * An objective with its current verdict, as the API answers it.
 *
 * @public
 */
export type ObjectiveStatus = components['schemas']['Objective'];
/** @public */
export type ObjectiveDetail = components['schemas']['ObjectiveDetail'];
/** @public */
export type ObjectivePage = components['schemas']['ObjectivePage'];
/** @public */
export type Status = components['schemas']['Status'];
/** @public */
export type StatusCounts = components['schemas']['Counts'];
/** @public */
export type Budget = components['schemas']['Budget'];
/** @public */
export type Burn = components['schemas']['Burn'];
/** @public */
export type BurnPair = components['schemas']['BurnPair'];
/** @public */
export type Exhaustion = components['schemas']['Exhaustion'];
/** @public */
export type SourceState = components['schemas']['SourceState'];
/** @public */
export type Series = components['schemas']['Series'];
/** @public */
export type Bucket = components['schemas']['Bucket'];
/** @public */
export type Violation = components['schemas']['Violation'];
/** @public */
export type Summary = components['schemas']['Summary'];
/** @public */
export type SummaryItem = components['schemas']['SummaryItem'];
/** @public */
export type Gate = components['schemas']['Gate'];
/** @public */
export type BurnAlert = components['schemas']['BurnAlert'];
/** @public */
export type Sample = components['schemas']['Sample'];
/** @public */
export type PushResult = components['schemas']['PushResult'];
/** @public */
export type Correction = components['schemas']['Correction'];
/** @public */
export type CorrectionRequest = components['schemas']['CorrectionRequest'];
/** @public */
export type Measurement = components['schemas']['Measurement'];
/** @public */
export type Spent = components['schemas']['Spent'];
/** @public */
export type Spenders = components['schemas']['Spenders'];
/** @public */
export type Change = components['schemas']['Change'];
/** @public */
export type Override = components['schemas']['Override'];
/** @public */
export type OverrideRequest = components['schemas']['OverrideRequest'];
/** @public */
export type DocumentFindings = components['schemas']['DocumentFindings'];
/** @public */
export type Signals = components['schemas']['Signals'];
/** @public */
export type SignalValues = components['schemas']['SignalValues'];
