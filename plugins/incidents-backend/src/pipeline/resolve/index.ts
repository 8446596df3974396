export {
  EntityResolver,
  type Resolvable,
  type Resolution,
  type Candidate,
} from './EntityResolver';
export { type TaughtMapping } from './MappingBook';
