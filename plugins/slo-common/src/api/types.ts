import type { components } from '../generated/openapi';

type Schemas = components['schemas'];

/** An objective with its current verdict, as the API answers it. */
export type ObjectiveStatus = Schemas['Objective'];
export type ObjectiveDetail = Schemas['ObjectiveDetail'];
export type ObjectivePage = Schemas['ObjectivePage'];
export type Status = Schemas['Status'];
export type StatusCounts = Schemas['Counts'];
export type Budget = Schemas['Budget'];
export type Burn = Schemas['Burn'];
export type BurnPair = Schemas['BurnPair'];
export type Exhaustion = Schemas['Exhaustion'];
export type SourceState = Schemas['SourceState'];
export type Series = Schemas['Series'];
export type Bucket = Schemas['Bucket'];
export type Violation = Schemas['Violation'];
export type Summary = Schemas['Summary'];
export type SummaryItem = Schemas['SummaryItem'];
export type Gate = Schemas['Gate'];
export type BurnAlert = Schemas['BurnAlert'];
export type Sample = Schemas['Sample'];
export type PushResult = Schemas['PushResult'];
export type Correction = Schemas['Correction'];
export type CorrectionRequest = Schemas['CorrectionRequest'];
export type Override = Schemas['Override'];
export type OverrideRequest = Schemas['OverrideRequest'];
export type DocumentFindings = Schemas['DocumentFindings'];
export type Signals = Schemas['Signals'];
export type SignalValues = Schemas['SignalValues'];
