/** A line as its source has it. */
interface Written {
  at: number;
  level?: string;
  text: string;
}

const longestLevel = 20;

/** What a line that is JSON says, in the words of those who log so; others as they are. */
export function readLine(line: Written): Written {
  if (!/^\s*\{.*\}\s*$/s.test(line.text)) return line;
  let fields: Record<string, unknown>;
  try {
    fields = JSON.parse(line.text);
  } catch {
    return line;
  }
  const first = (...names: string[]) =>
    names
      .map(name => fields[name])
      .find((value): value is string => typeof value === 'string' && !!value);
  const message = first('message', 'msg', 'log', 'event');
  if (!message) return line;
  const error = first('error', 'err', 'exception');
  const level =
    line.level ?? first('level', 'severity', 'lvl', 'log.level', 'loglevel');
  return {
    at: line.at,
    ...(level && { level: level.toLowerCase().slice(0, longestLevel) }),
    text: error && error !== message ? `${message}: ${error}` : message,
  };
}
