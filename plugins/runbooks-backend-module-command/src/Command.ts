/** A parameter of a command. */
export interface Param {
  name: string;
  description?: string;
  /** Fits the whole value. */
  pattern: RegExp;
  default?: string;
  mayBeOption: boolean;
}

/** A command that may be run, and how. */
export interface Command {
  name: string;
  description: string;
  /** Absolute. */
  binary: string;
  /** With `{param}` and `{actionId}`. */
  args: string[];
  params: Map<string, Param>;
  timeoutMs: number;
  /** Bytes of output. */
  outputCap: number;
  reversible: boolean;
  /** Name of another one. */
  undo?: string;
  readBack?: { binary: string; args: string[] };
  cwd: string;
  /** All that it gets. */
  env: Record<string, string>;
  environment?: string;
}
