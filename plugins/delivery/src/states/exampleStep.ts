/** What a pipeline runs after it has deployed, to be pasted as it is. */
export function exampleStep(entityRef: string, backend: string): string {
  const url = `${backend || 'https://your-portal/api/delivery'}/v1/changes/ci`;
  return `curl -fsS "${url}" \\
  -H "Authorization: Bearer $PORTAL_TOKEN" \\
  -H 'Content-Type: application/json' \\
  -d "{\\"entityRef\\": \\"${entityRef}\\", \\"environment\\": \\"production\\", \\"version\\": \\"$VERSION\\", \\"commit\\": \\"$COMMIT_SHA\\", \\"outcome\\": \\"succeeded\\"}"
`;
}
