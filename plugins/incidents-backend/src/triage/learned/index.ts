export { RankerKeeper } from './RankerKeeper';
