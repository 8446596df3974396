import '@ghostlight/reliability-react/testSetup';
import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The whole app compiles before its first paint.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);
