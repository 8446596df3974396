export * from './OncallDirectory';
export * from './OncallReach';
