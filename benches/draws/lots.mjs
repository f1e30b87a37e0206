// Numbers by lot: SplitMix64 (Steele, Lea and Flood 2014), the n-th of a seed.
const U64 = (1n << 64n) - 1n;

export function splitMix(seed, n) {
  let state = (seed + 0x9e3779b97f4a7c15n * (n + 1n)) & U64;
  state = ((state ^ (state >> 30n)) * 0xbf58476d1ce4e5b9n) & U64;
  state = ((state ^ (state >> 27n)) * 0x94d049bb133111ebn) & U64;
  return state ^ (state >> 31n);
}
