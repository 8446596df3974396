import type { components } from '../generated/openapi';

type Schemas = components['schemas'];

/**
 * An objective with its current verdict, as the API answers it.
 *
 * @public
 */
export type ObjectiveStatus = Schemas['Objective'];
/** @public */
export type ObjectiveDetail = Schemas['ObjectiveDetail'];
/** @public */
export type ObjectivePage = Schemas['ObjectivePage'];
/** @public */
export type Status = Schemas['Status'];
/** @public */
export type StatusCounts = Schemas['Counts'];
/** @public */
export type Budget = Schemas['Budget'];
/** @public */
export type Burn = Schemas['Burn'];
/** @public */
export type BurnPair = Schemas['BurnPair'];
/** @public */
export type Exhaustion = Schemas['Exhaustion'];
/** @public */
export type SourceState = Schemas['SourceState'];
/** @public */
export type Series = Schemas['Series'];
/** @public */
export type Bucket = Schemas['Bucket'];
/** @public */
export type Violation = Schemas['Violation'];
/** @public */
export type Summary = Schemas['Summary'];
/** @public */
export type SummaryItem = Schemas['SummaryItem'];
/** @public */
export type Gate = Schemas['Gate'];
/** @public */
export type BurnAlert = Schemas['BurnAlert'];
/** @public */
export type Sample = Schemas['Sample'];
/** @public */
export type PushResult = Schemas['PushResult'];
/** @public */
export type Correction = Schemas['Correction'];
/** @public */
export type CorrectionRequest = Schemas['CorrectionRequest'];
/** @public */
export type Override = Schemas['Override'];
/** @public */
export type OverrideRequest = Schemas['OverrideRequest'];
/** @public */
export type DocumentFindings = Schemas['DocumentFindings'];
/** @public */
export type Signals = Schemas['Signals'];
/** @public */
export type SignalValues = Schemas['SignalValues'];
