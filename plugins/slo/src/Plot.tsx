import { Box } from '@ghostlight/reliability-react';
import type { ReactNode } from 'react';
import classes from './slo.module.css';

/** The ground that a chart stands on; the chart brings its title. */
export function Plot({ children }: { children: ReactNode }) {
  return (
    <Box bg="neutral" className={classes.panel}>
      {children}
    </Box>
  );
}
