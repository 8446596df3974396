/** Names the sheet, for the chips that open it. */
export const SHEET_ID = 'triage-evidence';
