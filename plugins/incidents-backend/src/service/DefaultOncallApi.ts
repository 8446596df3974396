import type { OncallDirectory } from '../oncall';
import type { CallOptions } from './CallOptions';
import type { OncallApi } from './OncallApi';
import { readEntityRef } from '@ghostlight/reliability-node';
import { msOf } from './times';

/** Answers from what the sources of rotations said last. Checks no permission. */
export class DefaultOncallApi implements OncallApi {
  private constructor(private readonly directory: OncallDirectory) {}

  static create(options: { directory: OncallDirectory }): DefaultOncallApi {
    return new DefaultOncallApi(options.directory);
  }

  async oncall(
    { entityRef, at }: { entityRef: string; at?: string },
    options: CallOptions,
  ) {
    return this.directory.of(readEntityRef('entityRef', entityRef), {
      showPeople: showPeople(options),
      ...(at && { at: msOf(at) }),
    });
  }

  async teams(
    { from, to }: { from?: string; to?: string },
    options: CallOptions,
  ) {
    return this.directory.teams({
      showPeople: showPeople(options),
      ...(from && { from: msOf(from) }),
      ...(to && { to: msOf(to) }),
    });
  }

  async calendar(owner: string, options: CallOptions) {
    return this.directory.calendar(readEntityRef('owner', owner, 'group'), {
      showPeople: showPeople(options),
    });
  }
}

function showPeople({ visible }: CallOptions): boolean {
  return visible?.people ?? true;
}
