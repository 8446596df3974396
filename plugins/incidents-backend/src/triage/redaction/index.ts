export { redactionKinds, type RedactionKind } from './kinds';
export { Redactor, type Redacted } from './Redactor';
