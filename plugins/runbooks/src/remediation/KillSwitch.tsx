import {
  remediationStopPermission,
  type Switch,
} from '@ghostlight/plugin-runbooks-common';
import {
  Button,
  Link,
  More,
  Panel,
  uiClasses,
  useRefusal,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useRunbooksLinks } from '../hooks';
import { useRunbooksText } from '../translation';
import { Actor, MayNot } from '../words';
import { SwitchDialog } from './SwitchDialog';
import { SwitchedBy, SwitchWord } from './SwitchControl';
import classes from './remediation.module.css';

/** Scope of the switch of everything. */
export const EVERYTHING = 'all';

/** The one switch that stops all remediation and all experiments, and which are off by their own. */
export function KillSwitch(props: { switches: Switch[]; onChanged(): void }) {
  const t = useRunbooksText();
  const { switches, onChanged } = props;
  const [isAsking, setAsking] = useState(false);
  const refusal = useRefusal({ permission: remediationStopPermission });
  const all = switches.find(({ scope }) => scope === EVERYTHING);
  const others = switches.filter(
    ({ scope, on }) => scope !== EVERYTHING && !on,
  );
  if (!all) return null;
  const isAllowed = all.may?.allowed ?? refusal === undefined;
  return (
    <Panel
      title={t('switch.all')}
      aside={
        <Button
          variant={all.on ? 'secondary' : 'primary'}
          isDisabled={!isAllowed}
          onPress={() => setAsking(true)}
        >
          {t(all.on ? 'switch.stopAll' : 'switch.startAll')}
        </Button>
      }
    >
      <p className={classes.plain}>
        <SwitchWord value={all} />{' '}
        {t(all.on ? 'switch.allOn' : 'switch.allOff')}
      </p>
      <SwitchedBy value={all} />
      {!isAllowed && (
        <p className={uiClasses.muted}>
          {all.may ? <MayNot may={all.may} /> : refusal}
        </p>
      )}
      {others.length > 0 && (
        <More summary={t('switch.others', { count: others.length })}>
          <ul className={uiClasses.list}>
            {others.map(each => (
              <li key={each.scope}>
                <ScopeLink scope={each.scope} />
                <SwitchedBy value={each} />
              </li>
            ))}
          </ul>
        </More>
      )}
      {isAsking && (
        <SwitchDialog
          scope={EVERYTHING}
          on={!all.on}
          title={t(all.on ? 'switch.stopAll' : 'switch.startAll')}
          what={t(all.on ? 'switch.stopWhat' : 'switch.startWhat')}
          onChanged={onChanged}
          onClose={() => setAsking(false)}
        />
      )}
    </Panel>
  );
}

/** A policy or experiment by its ref, linked to its page here. */
function ScopeLink({ scope }: { scope: string }) {
  const links = useRunbooksLinks();
  const href = scope.startsWith('chaosexperiment:')
    ? links.experiment(scope)
    : links.policy(scope);
  return (
    <Link href={href}>
      <Actor name={scope.slice(scope.indexOf('/') + 1)} />
    </Link>
  );
}
