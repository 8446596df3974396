import { ExitCode, type ExitStatus } from '../../ExitCode';
import { sendChange } from '../../portal';
import { toEntityRef } from '../../refs';

/** Tells a portal of a deployment, as the last step of a pipeline. */
export async function tell(
  ref: string,
  options: {
    url: string;
    environment: string;
    release: string;
    id?: string;
    status: string;
    commit?: string;
    commitAt?: string;
    author?: string;
    link?: string;
    strategy?: string;
  },
): Promise<ExitStatus> {
  const { url, release, link, ...told } = options;
  const receipt = await sendChange(url, 'ci', {
    ...told,
    entityRef: toEntityRef(ref),
    version: release,
    url: link,
  });
  const [rejected] = receipt.rejected;
  if (rejected) {
    process.stderr.write(`${rejected.field ?? 'body'}: ${rejected.reason}\n`);
    return ExitCode.wrong;
  }
  process.stderr.write(
    receipt.duplicate ? 'The portal knew it already\n' : 'Told\n',
  );
  return ExitCode.ok;
}
