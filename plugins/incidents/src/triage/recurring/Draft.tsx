import type { RunbookDraft } from '@ghostlight/plugin-incidents-common';
import {
  Button,
  CodeBlock,
  download,
  uiClasses,
} from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';
import { Claims } from '../analysis/Claims';
import { EvidenceScope } from '../evidence/EvidenceContext';
import { RunOutcome } from '../suggest/RunOutcome';
import classes from '../triage.module.css';

/** A name that a file may have, whatever was answered. */
function fileNameOf(name: string | undefined): string {
  const last = name?.split(/[/\\]/).pop() ?? '';
  return /^[\w.-]{1,120}$/.test(last) ? last : 'runbook.yaml';
}

/** A drafted runbook: what each step rests on, and the file for a pull request. Nothing is changed by it. */
export function Draft({ draft }: { draft: RunbookDraft }) {
  const t = useIncidentsText();
  const { run, yaml, steps = [] } = draft;
  const fileName = fileNameOf(draft.fileName);
  return (
    <EvidenceScope scope={run.id} items={run.evidence}>
      <section aria-label={t('draft.title')} className={classes.stages}>
        {yaml && (
          <>
            <p className={uiClasses.plain}>{t('draft.what')}</p>
            <Claims
              title={t('draft.steps')}
              claims={steps}
              language={run.language}
            />
            <CodeBlock title={fileName} code={yaml} />
            <div>
              <Button
                size="small"
                variant="secondary"
                onPress={() => download(fileName, yaml, 'application/yaml')}
              >
                {t('draft.download', { name: fileName })}
              </Button>
            </div>
          </>
        )}
        <RunOutcome run={run} />
      </section>
    </EvidenceScope>
  );
}
