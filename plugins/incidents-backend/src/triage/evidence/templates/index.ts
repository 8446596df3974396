export {
  mineTemplates,
  type LogTemplate,
  type MinedLine,
} from './mineTemplates';
export { readLine } from './readLine';
