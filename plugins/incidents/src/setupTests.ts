import '@ghostlight/reliability-react/testSetup';
import '@testing-library/jest-dom';
