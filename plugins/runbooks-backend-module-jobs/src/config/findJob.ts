import { ActionRefusal } from '@ghostlight/plugin-runbooks-node';
import { say } from '../say';
import type { Job, JobServer } from './readJobs';

interface Configured {
  config: JobServer<Job<unknown>>;
}

/** A job, and the server that has it. */
interface Place<S extends Configured> {
  server: S;
  job: S['config']['jobs'][number];
}

/**
 * The job that is meant, and where it is.
 *
 * @throws ActionRefusal when it may not be run, or is in several places
 */
export function findJob<S extends Configured>(
  servers: S[],
  wanted: { job: string; server?: string; environment: string },
): Place<S> {
  const { environment } = wanted;
  const places = servers.flatMap(server =>
    wanted.server && server.config.name !== wanted.server
      ? []
      : server.config.jobs
          .filter(
            job =>
              job.name === wanted.job &&
              (!job.environment || job.environment === environment),
          )
          .map(job => ({ server, job })),
  );
  if (places.length === 1) return places[0];
  const params = { job: wanted.job, environment };
  throw ActionRefusal.of(
    places.length
      ? say(
          'several-servers',
          `Several servers have ${wanted.job}: say which`,
          params,
        )
      : say(
          'not-allowed',
          `${wanted.job} is not among the jobs that may be run for ${environment}`,
          params,
        ),
  );
}

/** The server and the job of a plan, as the configuration has them now. */
export function findPinned<S extends Configured>(
  servers: S[],
  pinned: { server: string; job: string; id: unknown },
): Place<S> {
  const server = servers.find(({ config }) => config.name === pinned.server);
  const job = server?.config.jobs.find(
    ({ name, id }) => name === pinned.job && id === pinned.id,
  );
  if (!server || !job)
    throw ActionRefusal.of(
      say(
        'not-configured',
        `${pinned.job} is not in the configuration any more`,
        { job: pinned.job },
      ),
    );
  return { server, job };
}
