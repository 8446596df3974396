/**
 * Annotation with the last few actions that changed an object, so that one that came before the last is
 * found too.
 *
 * @public
 */
export const actionIds = 'ghostlight.dev/action-ids';

/**
 * Annotation with the last action alone.
 *
 * @public
 */
export const actionId = 'ghostlight.dev/action-id';

/**
 * Label of what a rollout made and will remove.
 *
 * @public
 */
export const rolloutLabel = 'ghostlight.dev/rollout';

const rememberedActions = 10;

/**
 * Annotations with one more action among those that are remembered. What else is said of the last one is
 * left alone.
 *
 * @public
 */
export function rememberAction(
  annotations: Record<string, string> | undefined,
  id: string,
): Record<string, string> {
  const before = actionsIn(annotations).filter(known => known !== id);
  return {
    ...annotations,
    [actionIds]: [...before, id].slice(-rememberedActions).join(' '),
  };
}

/**
 * Whether an action is among those that are remembered.
 *
 * @public
 */
export function hasAction(
  annotations: Record<string, string> | undefined,
  id: string,
): boolean {
  return actionsIn(annotations).includes(id);
}

function actionsIn(annotations: Record<string, string> | undefined): string[] {
  return (annotations?.[actionIds] ?? annotations?.[actionId] ?? '')
    .split(' ')
    .filter(Boolean);
}
