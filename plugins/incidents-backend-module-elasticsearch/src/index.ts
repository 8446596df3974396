/**
 * Reads logs from Elasticsearch and OpenSearch as evidence.
 *
 * @packageDocumentation
 */
export { incidentsModuleElasticsearch as default } from './module';
