import type {
  Container,
  PodTemplate,
} from '@ghostlight/reliability-kubernetes';

const telling =
  /pass(word|wd|phrase)?|secret|token|api_?key|private_?key|access_?key|credential|dsn|connection_?string|auth/i;
/** `postgres://user:password@host` */
const credentialsInUrl = /:\/\/[^/\s:@]+:[^/\s@]+@/;

export const hidden = '(hidden)';

/** Whether a variable's value is kept to ourselves. */
export function isSecret(name: string, value: string): boolean {
  return telling.test(name) || credentialsInUrl.test(value);
}

/** The template with the values of such variables hidden; `mark` tells the two sides of a difference apart. */
export function withoutSecrets(
  template: PodTemplate,
  differs: (container: string, variable: string) => boolean,
): PodTemplate {
  const hide = (container: Container): Container => ({
    ...container,
    ...(container.env && {
      env: container.env.map(variable =>
        variable.value !== undefined && isSecret(variable.name, variable.value)
          ? {
              ...variable,
              value: differs(container.name, variable.name)
                ? `${hidden}, another value`
                : hidden,
            }
          : variable,
      ),
    }),
  });
  const { spec } = template;
  return {
    ...template,
    spec: {
      ...spec,
      ...(spec?.containers && { containers: spec.containers.map(hide) }),
      ...(spec?.initContainers && {
        initContainers: spec.initContainers.map(hide),
      }),
    },
  };
}
