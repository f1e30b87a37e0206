// A race in one process: contestants alternate, round by round, each with a batch of calls; the warm-up is dropped.

const ROUNDS = 61;
const WARM_UP_MS = 700;
/** A round of the slowest contestant: long against the clock's grain, short enough to be left alone. */
const ROUND_MS = 10;

const middle = (sorted) => sorted[Math.floor(sorted.length / 2)];

/** Calls it so often; the sum of what `figure` reads in the answers keeps the work from being dropped. */
function batch({ call, figure }, calls) {
  const start = performance.now();
  let sum = 0;
  for (let index = 0; index < calls; index++) sum += figure(call());
  return { milliseconds: (performance.now() - start) / calls, sum };
}

/** Until the compilers have seen enough; answers how many calls make a round. */
function warmUp(contestant) {
  const start = performance.now();
  let fastest = Infinity;
  do fastest = Math.min(fastest, batch(contestant, 1).milliseconds);
  while (performance.now() - start < WARM_UP_MS);
  return Math.max(1, Math.ceil(ROUND_MS / Math.max(fastest, 0.005)));
}

/** Milliseconds a call of each contestant, and the check sum of all its rounds. */
export function race(contestants) {
  // All call as often, so that equal answers make equal check sums.
  const calls = Math.min(...contestants.map(warmUp));
  const results = contestants.map(({ name }) => ({ name, times: [], checkSum: 0 }));
  for (let round = 0; round < ROUNDS; round++)
    for (let turn = 0; turn < contestants.length; turn++) {
      const index = (round + turn) % contestants.length;
      const { milliseconds, sum } = batch(contestants[index], calls);
      results[index].times.push(milliseconds);
      results[index].checkSum += sum;
    }
  return results.map(({ name, times, checkSum }) => {
    times.sort((a, b) => a - b);
    return { name, minimum: times[0], median: middle(times), maximum: times.at(-1), calls: calls * ROUNDS, checkSum };
  });
}
