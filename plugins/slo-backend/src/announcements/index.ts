export { Announcer, alertsTopic, signalChannel } from './Announcer';
