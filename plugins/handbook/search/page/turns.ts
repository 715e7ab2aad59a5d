// Long work in slices, so that no key and no frame waits for it.

const SLICE = 16; // milliseconds of work at a time
const channel = new MessageChannel(); // a turn of the page's own work between two slices, without a timer's pause
const turns: (() => void)[] = [];
channel.port1.onmessage = () => (turns.shift() as () => void)();

export function later(task: () => void): void {
  turns.push(task);
  channel.port2.postMessage(0);
}

// Work until nothing is left.
export function work(some: () => boolean, done: () => void): void {
  const begun = performance.now();
  let left = true;
  while (left && performance.now() - begun < SLICE) left = some();
  if (left) later(() => work(some, done));
  else done();
}

// Take the steps of a longer thought, give its result; what takes no longer than a slice is given at once.
export function think<T>(steps: Generator<void, T>, wanted: () => boolean, done: (result: T) => void): void {
  if (!wanted()) return;
  const begun = performance.now();
  let step = steps.next();
  while (!step.done && performance.now() - begun < SLICE) step = steps.next();
  if (!step.done) return later(() => think(steps, wanted, done));
  const { value } = step;
  if (performance.now() - begun < SLICE) return done(value);
  later(() => {
    if (wanted()) done(value);
  });
}
