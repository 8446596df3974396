export interface Config {
  incidents?: {
    triage?: {
      anthropic?: {
        /**
         * Key of the Claude API. Without one nothing is sent to anybody, whatever the environment has.
         *
         * @visibility secret
         */
        apiKey?: string;
        /** Where the API is, for a proxy. Default: `https://api.anthropic.com`. */
        baseUrl?: string;
        models?: {
          /** For analyses, reviews, postmortems and runbook drafts. Default: `claude-sonnet-5-5`. */
          analysis?: string;
          /** For titles and summaries. Default: `claude-haiku-5-5`. */
          small?: string;
        };
        /** How much the model for analyses thinks: `low`, `medium` (default), `high`, `xhigh` or `max`. */
        effort?: 'low' | 'medium' | 'high' | 'xhigh' | 'max';
        /** US dollars per million tokens by model, as they were on a day; those of the default models are built in. */
        prices?: {
          [model: string]: {
            input: number;
            output: number;
            /** Of what is read from the vendor's cache; as `input` by default. */
            cachedInput?: number;
            /** The day of these prices: `2026-11-22`. */
            of: string;
          };
        };
      };
    };
  };
}
