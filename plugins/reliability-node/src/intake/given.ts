/**
 * The value of a field that a sender fills from a template, or undefined where the template's variable
 * was not filled: `$ALERT_SCOPE` of Datadog, `{EVENT.RECOVERY.ID}` and `*UNKNOWN*` of Zabbix.
 *
 * @public
 */
export function given(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (!text || text === 'null') return undefined;
  if (/^(\$[A-Z_]+|\{[$#]?[A-Z][\w.]*\}|\*UNKNOWN\*)$/.test(text))
    return undefined;
  return text;
}
