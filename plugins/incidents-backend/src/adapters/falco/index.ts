export { falcoAdapter } from './falcoAdapter';
