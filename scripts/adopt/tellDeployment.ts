/** Tells of a deployment of example-website as the last step of its pipeline would. */
export async function tellDeployment(
  url: string,
  token: string,
  version: string,
) {
  const response = await fetch(`${url}/api/delivery/v1/changes/ci`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      entityRef: 'component:default/example-website',
      version,
      status: 'succeeded',
    }),
  });
  if (response.status !== 202)
    throw new Error(`The deployment was not taken: ${await response.text()}`);
}
