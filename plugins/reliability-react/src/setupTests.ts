import './testUtils/setup';
import '@testing-library/jest-dom';
