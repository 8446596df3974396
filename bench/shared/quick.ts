/** `GHOSTLIGHT_BENCH_QUICK=1` tries the benchmark itself, and proves nothing. */
export const quick = Boolean(process.env.GHOSTLIGHT_BENCH_QUICK);
