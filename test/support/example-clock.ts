// Goes before the example's server: lets a test set its clock forward.
const now = Date.now;
let aheadMilliseconds = 0;
Date.now = () => now() + aheadMilliseconds;

process.on('message', (seconds: number) => {
  aheadMilliseconds += seconds * 1000;
  process.send?.('set');
});
process.channel?.unref();
