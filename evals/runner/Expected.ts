/** What a case should come to. */
export interface Expected {
  /** What is at the bottom of it: names of entities, of a change or of what is outside; any first is right. */
  causes?: string[];
  verdict?: 'no-fault';
}
