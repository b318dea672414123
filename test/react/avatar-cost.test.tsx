import { AvatarEditor } from 'selvedge';
import { en } from 'selvedge/locales/en';
import { afterEach, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { cleanup, hear, press, screen, showPage } from './account-page.tsx';
import { look, pickAndOpen, quarters } from './avatar-pictures.ts';

afterEach(cleanup);

interface TraceEvent {
  pid: number;
  tid: number;
  ph: string;
  name: string;
  /** Microseconds on the clock. */
  dur?: number;
  /** Microseconds on the processor: what other programs take meanwhile does not count. */
  tdur?: number;
}

interface Session {
  send: (method: string, input?: object) => Promise<void>;
  on: (event: string, listener: (data: { value: TraceEvent[] }) => void) => void;
  off: (event: string, listener: (data: { value: TraceEvent[] }) => void) => void;
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * How long the longest task of this page's main thread took, in milliseconds on the processor. Other pages, that run
 * their tests meanwhile, are in the trace, too: a mark tells which thread is ours.
 */
async function longestTask(act: () => Promise<void>): Promise<number> {
  const session = cdp() as unknown as Session;
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: TraceEvent[] }): void => void events.push(...value);
  session.on('Tracing.dataCollected', collect);
  const includedCategories = ['disabled-by-default-devtools.timeline', 'blink.user_timing'];
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories },
  });
  await wait(100);
  const mark = crypto.randomUUID();
  performance.mark(mark);
  await act();
  await wait(200);
  const complete = new Promise<void>((resolve) => {
    session.on('Tracing.tracingComplete', () => resolve());
  });
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  const here = events.find(({ name }) => name === mark);
  if (here === undefined) throw new Error('The trace does not know this page');
  const tasks = events.filter(
    ({ ph, name, pid, tid }) =>
      ph === 'X' && name === 'RunTask' && pid === here.pid && tid === here.tid,
  );
  return Math.max(0, ...tasks.map(({ tdur, dur }) => tdur ?? dur ?? 0)) / 1000;
}

test('the measure sees what is done with a picture as soon as it is decoded', async () => {
  const picture = await quarters(400, 300);
  let sum = 0;
  const longest = await longestTask(async () => {
    await createImageBitmap(picture);
    // Work and not time: a machine with much else to do gives a loop that waits hardly any of its processor.
    for (let step = 0; step < 3e8; step++) sum += step % 7;
  });
  expect(sum).toBeGreaterThan(0);
  // More than anything else here takes.
  expect(longest).toBeGreaterThan(50);
});

/** What is written everywhere: the picture is decoded as an image, and drawn at once. */
async function cropAsUsual(photo: Blob): Promise<void> {
  const image = new Image();
  image.src = URL.createObjectURL(photo);
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = 1024;
  canvas.height = 1024;
  canvas.getContext('2d')?.drawImage(image, 500, 0, 3000, 3000, 0, 0, 1024, 1024);
  await new Promise((resolve) => canvas.toBlob(resolve, 'image/webp'));
  URL.revokeObjectURL(image.src);
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

test('12 megapixels are opened, cropped and sent in shorter tasks than as usual', async () => {
  const photo = await quarters(4000, 3000, 'image/jpeg', true);
  expect(photo.size).toBeGreaterThan(500_000);
  const ours: number[] = [];
  const usual: number[] = [];
  // The first loads and compiles the code. The collector of garbage may strike in one of the others.
  for (let round = 0; round < 4; round++) {
    const { sent } = showPage(<AvatarEditor />, { strict: false });
    await screen.findByRole('button', { name: en.avatar.upload });
    const longest = await longestTask(async () => {
      await pickAndOpen(photo);
      await press(en.avatar.save);
      // As long as it takes beside other pages.
      await hear('status', en.avatar.saved, { timeout: 15_000 });
    });
    const beside = await longestTask(() => cropAsUsual(photo));
    if (round > 0) ours.push(longest);
    if (round > 0) usual.push(beside);
    const { image } = sent('setAvatar')[0] as { image: Blob };
    expect(await look(image)).toMatchObject({ width: 1024, height: 1024 });
    cleanup();
  }
  expect(middle(ours)).toBeGreaterThan(0);
  expect(middle(ours) / middle(usual)).toBeLessThan(0.8);
}, 180_000);
