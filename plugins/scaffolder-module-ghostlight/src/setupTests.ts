import '@ghostlight/reliability-react/testSetup';
import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Screens load lazily, and the first test of a file pays for compiling them.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);
