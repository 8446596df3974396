export { answerOf, type Voice } from './answerOf';
export {
  budgetLeftText,
  burnOver,
  countedText,
  windowText,
} from './budgetText';
export { nameOf, objectiveName } from './names';
export { sourceReason } from './sourceReason';
