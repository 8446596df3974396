import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useMemo, useState } from 'react';

/** A list as somebody likes to see it: a name, and the query of its URL. */
export interface SavedView {
  name: string;
  query: string;
}

const KEY = 'views';
const MOST = 30;

function viewsIn(value: unknown): SavedView[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (each): each is SavedView =>
      typeof each?.name === 'string' && typeof each?.query === 'string',
  );
}

/** The reader's own views, kept where the portal keeps what belongs to a user. */
export function useSavedViews() {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(
    () => storage.forBucket('ghostlight-incidents'),
    [storage],
  );
  const [views, setViews] = useState<SavedView[]>(() =>
    viewsIn(bucket.snapshot(KEY).value),
  );
  useEffect(() => {
    setViews(viewsIn(bucket.snapshot(KEY).value));
    const subscription = bucket
      .observe$(KEY)
      .subscribe(({ value }) => setViews(viewsIn(value)));
    return () => subscription.unsubscribe();
  }, [bucket]);

  const write = useCallback(
    async (next: SavedView[]) => {
      // A store that throws away type information wants plain JSON.
      await bucket.set(
        KEY,
        next.map(({ name, query }) => ({ name, query })),
      );
      setViews(next);
    },
    [bucket],
  );
  /** Under a name that is there already, takes its place. */
  const save = (view: SavedView) =>
    write(
      [...views.filter(each => each.name !== view.name), view].slice(-MOST),
    );
  const remove = (name: string) =>
    write(views.filter(each => each.name !== name));
  return { views, save, remove };
}
