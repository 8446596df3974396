/** What a model is called on a button: its maker's name for it, else its own. */
export function modelName(model: string | undefined): string {
  return model === undefined || /claude/i.test(model) ? 'Claude' : model;
}
