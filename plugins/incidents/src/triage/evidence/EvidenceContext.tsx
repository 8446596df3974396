import type { EvidenceItem } from '@ghostlight/plugin-incidents-common';
import { useUrlState } from '@ghostlight/reliability-react';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { triageUrl } from '../triageUrl';

/** Where chips look records up, and which one is open. */
interface Records {
  /** `E4`, or `TRI-0007:E4` of a run. */
  openRef: string;
  open(ref: string): void;
  close(): void;
  find(ref: string): EvidenceItem | undefined;
  /** Whether the records of a scope have come. */
  has(scope: string): boolean;
  put(scope: string, items: readonly EvidenceItem[]): void;
}

const RecordsContext = createContext<Records | undefined>(undefined);
const ScopeContext = createContext('');

type Sources = ReadonlyMap<string, ReadonlyMap<string, EvidenceItem>>;

/** `TRI-0007:E4` is E4 of that run; `E4` is of the ranking. */
export function scopeOf(ref: string): { scope: string; id: string } {
  const at = ref.lastIndexOf(':');
  return { scope: ref.slice(0, Math.max(0, at)), id: ref.slice(at + 1) };
}

/** Holds what the chips under it cite; the one that is open is in the URL. */
export function EvidenceProvider({ children }: { children: ReactNode }) {
  const [{ evidence }, setUrl] = useUrlState(triageUrl);
  const [sources, setSources] = useState<Sources>(new Map());
  const opener = useRef<Element | null>(null);

  const open = useCallback(
    (ref: string) => {
      opener.current = document.activeElement;
      setUrl({ evidence: ref });
    },
    [setUrl],
  );
  const close = useCallback(() => {
    setUrl({ evidence: '' });
    if (opener.current instanceof HTMLElement) opener.current.focus();
    opener.current = null;
  }, [setUrl]);
  const put = useCallback(
    (scope: string, items: readonly EvidenceItem[]) =>
      setSources(last =>
        new Map(last).set(scope, new Map(items.map(each => [each.id, each]))),
      ),
    [],
  );
  const records = useMemo<Records>(
    () => ({
      openRef: evidence,
      open,
      close,
      put,
      has: scope => sources.has(scope),
      find: ref => {
        const { scope, id } = scopeOf(ref);
        return sources.get(scope)?.get(id);
      },
    }),
    [evidence, open, close, put, sources],
  );
  return (
    <RecordsContext.Provider value={records}>
      {children}
    </RecordsContext.Provider>
  );
}

export function useRecords(): Records {
  const records = useContext(RecordsContext);
  if (!records) throw new Error('Chips need an EvidenceProvider around them');
  return records;
}

/** The chips under it cite the records of a run; outside, those of the ranking. */
export function EvidenceScope(props: {
  scope: string;
  items: readonly EvidenceItem[] | undefined;
  children: ReactNode;
}) {
  const { scope, items } = props;
  const { put } = useRecords();
  useEffect(() => {
    if (items) put(scope, items);
  }, [put, scope, items]);
  return (
    <ScopeContext.Provider value={scope}>
      {props.children}
    </ScopeContext.Provider>
  );
}

/** The ref of a record that is cited here. */
export function useRefOf(): (id: string) => string {
  const scope = useContext(ScopeContext);
  return useCallback(id => (scope ? `${scope}:${id}` : id), [scope]);
}
