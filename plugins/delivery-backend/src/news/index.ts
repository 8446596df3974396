export { handleNews } from './handleNews';
export { planPage } from './planPage';
export { newsOf, newsOfWatch } from './newsOf';
