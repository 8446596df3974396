export { Sampler, type SamplerOptions, type Tick } from './Sampler';
export { SignalsSampler, type SignalsSamplerOptions } from './SignalsSampler';
